// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/formdecoding.h"
#include "networks/newnetwork.h"
#include "networks/postbackreader.h"
#include "networks/postbackurls.h"
#include "networks/presetaudience.h"
#include "networks/presetcatalogue.h"
#include "networks/presetmembernames.h"
#include "networks/protocols/protocol.h"
#include "networks/trafficsourcepreset.h"
#include "support/jsonschema.h"
#include "vocabulary/clickid.h"

#include <QDir>
#include <QHash>
#include <QSet>
#include <QTest>

using namespace Matchbook;

namespace {

const char clickIdText[] = "m5gc77g00n5y4y0vr933";

const PresetCatalogue &catalogue()
{
    static const PresetCatalogue presets;
    return presets;
}

QJsonObject jsonFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// `cid` and `#s2#` of `cid=#s2#`.
QList<std::pair<QString, QString>> itemsOf(const QString &parameters)
{
    QList<std::pair<QString, QString>> items;
    const QStringList parts = parameters.split(u'&');
    for (const QString &part : parts)
        items.append({part.section(u'=', 0, 0), part.section(u'=', 1)});
    return items;
}

/// The members of the schema's object at \a schema.
QStringList membersOf(const JsonSchema &schema, const QJsonObject &object)
{
    QStringList names = schema.resolved(object)[QStringLiteral("properties")].toObject().keys();
    names.sort();
    return names;
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

/// A word of \a preset for an approved sale; empty where none is known.
QString approvedWord(const NetworkPreset &preset)
{
    for (auto it = preset.statusWords.begin(); it != preset.statusWords.end(); ++it) {
        if (it.value() == ConversionStatus::Approved)
            return it.key();
    }
    return {};
}

/// The network's side of a template: its macros with a conversion's values put in, each encoded once.
QByteArray filledByTheNetwork(const PostbackTemplate &one, const NetworkPreset &preset)
{
    const QHash<QString, QString> values{
            {QStringLiteral("cid"), QString::fromLatin1(clickIdText)},
            {QStringLiteral("tid"), QString::fromLatin1(clickIdText)},
            {QStringLiteral("payout"), QStringLiteral("33.80")},
            {QStringLiteral("cur"), QStringLiteral("EUR")},
            {QStringLiteral("txid"), QStringLiteral("T-77/ä+1")},
            {QStringLiteral("status"), approvedWord(preset)},
            {QStringLiteral("event"), QStringLiteral("Second Step")},
            {QStringLiteral("offer"), QStringLiteral("512")},
    };
    QByteArray query;
    const auto items = itemsOf(one.parameters);
    for (const auto &[name, value] : items) {
        const bool isMacro = looksLikeLiteralToken(value.toUtf8());
        query += (query.isEmpty() ? "" : "&") + name.toUtf8() + '='
                + (isMacro ? percentEncoded(values.value(name).toUtf8()) : value.toUtf8());
    }
    return query;
}

} // namespace

class tst_PresetFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFileIsInTheCatalogue()
    {
        QVERIFY2(catalogue().problems().isEmpty(), qPrintable(catalogue().problems().value(0).detail));
        const QStringList files = QDir(QStringLiteral(RESOURCES "/networks")).entryList(QDir::Files);
        QCOMPARE(qsizetype(files.size()), catalogue().all().size());
        for (const QString &file : files)
            QVERIFY2(catalogue().find(file.chopped(5)), qPrintable(file));
        QVERIFY(files.size() >= 97);
    }

    /// A secret that nobody asks for would leave every message unbelieved.
    void everyProtocolIsKnownAndItsSecretHasAName()
    {
        for (const NetworkPreset &preset : catalogue().all()) {
            if (preset.protocol.isEmpty()) {
                QVERIFY2(preset.postback.secret.label.isEmpty(), qPrintable(preset.id));
                continue;
            }
            const Protocol *protocol = protocolOf(preset);
            QVERIFY2(protocol, qPrintable(preset.id));
            QVERIFY2(!protocol->isSigned || !preset.postback.secret.label.isEmpty(), qPrintable(preset.id));
            QVERIFY2(!protocol->isSigned || !preset.postback.secret.optional, qPrintable(preset.id));
        }
    }

    void everyFileFitsItsSchema_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("file");
        const std::pair<const char *, const char *> folders[]
                = {{"preset", "networks"}, {"trafficsource", "trafficsources"}};
        for (const auto &[schema, folder] : folders) {
            const QDir files(QStringLiteral(RESOURCES "/") + QLatin1StringView(folder));
            const QStringList names = files.entryList(QDir::Files);
            for (const QString &name : names)
                QTest::newRow(qPrintable(QLatin1StringView(folder) + u'/' + name))
                        << QString::fromLatin1(schema) << files.filePath(name);
        }
    }
    void everyFileFitsItsSchema()
    {
        QFETCH(QString, schema);
        QFETCH(QString, file);
        const JsonSchema rules(QStringLiteral(RESOURCES "/%1.schema.json").arg(schema));
        QVERIFY(!rules.root().isEmpty());
        const QStringList complaints = rules.complaints(jsonFile(file));
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    void schemaAndReaderKnowTheSameMembers()
    {
        const JsonSchema rules(QStringLiteral(RESOURCES "/preset.schema.json"));
        const QJsonObject properties = rules.root()[QStringLiteral("properties")].toObject();
        const QJsonObject definitions = rules.root()[QStringLiteral("$defs")].toObject();
        const auto inProperty = [&](const char *name) {
            return membersOf(rules, properties[QLatin1StringView(name)].toObject());
        };
        const auto inDefinition = [&](const char *name) {
            return membersOf(rules, definitions[QLatin1StringView(name)].toObject());
        };
        QCOMPARE(sorted(properties.keys()), sorted(NetworkPresetMembers::whole()));
        QCOMPARE(inProperty("offerLink"), sorted(NetworkPresetMembers::offerLink()));
        QCOMPARE(inProperty("postback"), sorted(NetworkPresetMembers::postback()));
        QCOMPARE(inProperty("fields"), sorted(NetworkPresetMembers::fields()));
        QCOMPARE(inDefinition("slot"), sorted(NetworkPresetMembers::slot()));
        QCOMPARE(inDefinition("secret"), sorted(NetworkPresetMembers::secret()));
        QCOMPARE(inDefinition("sign"), sorted(NetworkPresetMembers::sign()));
        QCOMPARE(inDefinition("postbackTemplate"), sorted(NetworkPresetMembers::postbackTemplate()));
        const JsonSchema sources(QStringLiteral(RESOURCES "/trafficsource.schema.json"));
        const QJsonObject members = sources.root()[QStringLiteral("properties")].toObject();
        QCOMPARE(sorted(members.keys()), sorted(TrafficSourceMembers::whole()));
        QCOMPARE(membersOf(sources, members[QStringLiteral("outbound")].toObject()),
                 sorted(TrafficSourceMembers::outbound()));
        QCOMPARE(membersOf(sources,
                           sources.root()[QStringLiteral("$defs")][QStringLiteral("linkMacro")].toObject()),
                 sorted(TrafficSourceMembers::linkMacro()));
    }

    void everyPreset_data()
    {
        QTest::addColumn<QString>("id");
        for (const NetworkPreset &preset : catalogue().all())
            QTest::newRow(qPrintable(preset.id)) << preset.id;
    }

    void aFilledTemplateGivesBackTheConversion_data() { everyPreset_data(); }
    void aFilledTemplateGivesBackTheConversion()
    {
        QFETCH(QString, id);
        const NetworkPreset &preset = *catalogue().find(id);
        for (const PostbackTemplate &one : preset.postback.templates) {
            ReceivedRequest request;
            request.query = filledByTheNetwork(one, preset);
            const PostbackReading reading = readPostback(request, preset, *newNetwork(preset));
            QCOMPARE(reading.clickIdText, QByteArray(clickIdText));
            const auto items = itemsOf(one.parameters);
            QHash<QString, QString> given;
            for (const auto &[name, value] : items)
                given.insert(name, value);
            QVERIFY2(reading.problem == PostbackCause::None, qPrintable(reading.problemDetail));
            QVERIFY(given.contains(QStringLiteral("payout")));
            const bool paysNothing = given.value(QStringLiteral("payout")) == QStringLiteral("0");
            QCOMPARE(reading.payoutMicros, std::optional<qint64>(paysNothing ? 0 : 33800000));
            if (looksLikeLiteralToken(given.value(QStringLiteral("cur")).toUtf8()))
                QCOMPARE(reading.currency, Currency::fromCode(u"EUR"));
            QCOMPARE(reading.transactionId,
                     given.contains(QStringLiteral("txid")) ? QStringLiteral("T-77/ä+1") : QString());
            if (one.status)
                QCOMPARE(reading.status, one.status);
            else if (given.contains(QStringLiteral("status")) && !approvedWord(preset).isEmpty())
                QCOMPARE(reading.status, std::optional(ConversionStatus::Approved));
            if (looksLikeLiteralToken(given.value(QStringLiteral("event")).toUtf8()))
                QCOMPARE(reading.event, QStringLiteral("second step"));
        }
    }

    void theClickIdStandsFirstAndMacrosAreKnownAsSuch_data() { everyPreset_data(); }
    void theClickIdStandsFirstAndMacrosAreKnownAsSuch()
    {
        QFETCH(QString, id);
        const NetworkPreset &preset = *catalogue().find(id);
        for (const PostbackTemplate &one : preset.postback.templates) {
            QVERIFY(one.parameters.startsWith(QStringLiteral("cid=")));
            const auto items = itemsOf(one.parameters);
            for (const auto &[name, value] : items) {
                // Anything else would reach a person as a value: our own words are few.
                const bool isOurs = QStringLiteral("0 USD refund sale cpa registration first_deposit")
                                            .split(u' ')
                                            .contains(value);
                QVERIFY2(isOurs || looksLikeLiteralToken(value.toUtf8()), qPrintable(name + u' ' + value));
            }
        }
    }

    void whatWasNeverFilledInCountsAsMissing()
    {
        const NetworkPreset &tune = *catalogue().find(QStringLiteral("tune"));
        ReceivedRequest request;
        request.query
                = "cid=m5gc77g00n5y4y0vr933&payout=12.50&cur={currency}&txid={transaction_id}&event={goal_id}";
        const PostbackReading reading = readPostback(request, tune, *newNetwork(tune));
        QCOMPARE(reading.problem, PostbackCause::None);
        QVERIFY(!reading.currency);
        QCOMPARE(reading.transactionId, QString());
        QCOMPARE(reading.event, QStringLiteral("sale"));
    }

    void presetsOfOneNetworkSayForWhomTheyAre()
    {
        QHash<QString, QStringList> families;
        for (const NetworkPreset &preset : catalogue().all())
            families[preset.name.section(u' ', 0, 0)].append(preset.id);
        int several = 0;
        for (const QStringList &family : std::as_const(families)) {
            QSet<QString> sentences;
            for (const QString &id : family)
                sentences.insert(forWhom(catalogue(), id));
            if (family.size() == 1)
                continue;
            ++several;
            QCOMPARE(sentences.size(), family.size());
            for (const QString &sentence : std::as_const(sentences)) {
                QVERIFY2(sentence.startsWith(QStringLiteral("For ")), qPrintable(family.join(u' ')));
                QVERIFY2(sentence.endsWith(u'.') && sentence.size() <= 70, qPrintable(sentence));
            }
        }
        QVERIFY(several >= 4);
        // Not inherited: a parent's sentence is not the child's.
        QVERIFY(catalogue().find(QStringLiteral("paykickstart_affiliate"))->extends
                == QStringLiteral("paykickstart"));
        QCOMPARE(forWhom(catalogue(), QStringLiteral("maxbounty")), QString());
    }

    void theUrlsToPasteAreReady_data() { everyPreset_data(); }
    void theUrlsToPasteAreReady()
    {
        QFETCH(QString, id);
        const NetworkPreset &preset = *catalogue().find(id);
        const QString receiver = QStringLiteral("https://trk.example.net/postback/KEY");
        const auto urls = postbackUrls(receiver, preset);
        if (preset.kind == PresetKind::Native) {
            QCOMPARE(urls.size(), 1);
            QCOMPARE(urls.first().url, receiver);
            QVERIFY(newNetwork(preset));
            return;
        }
        if (preset.kind != PresetKind::Postback) {
            QVERIFY(urls.isEmpty());
            QVERIFY(preset.advice.endsWith(u'.'));
            // What a report tells can be imported; a network that takes nobody has none.
            QCOMPARE(newNetwork(preset).has_value(), preset.kind == PresetKind::Report);
            if (preset.kind == PresetKind::Closed)
                QCOMPARE(newNetwork(preset).error().detail, preset.advice);
            return;
        }
        QVERIFY(!urls.isEmpty());
        for (const ReadyPostbackUrl &one : urls) {
            QVERIFY(one.url.startsWith(receiver));
            QVERIFY2(one.missing.isEmpty(), qPrintable(one.missing.join(u',')));
            QCOMPARE(one.purpose.isEmpty(), urls.size() == 1);
        }
        // Without a template the macros are not known, and that is said.
        if (preset.postback.templates.isEmpty() && id != QStringLiteral("generic"))
            QVERIFY(!preset.doubtAbout(QStringLiteral("postback.templates")).isEmpty());
    }

    void aUrlForAStatusIsReadAsThatStatus_data() { everyPreset_data(); }
    void aUrlForAStatusIsReadAsThatStatus()
    {
        QFETCH(QString, id);
        const NetworkPreset &preset = *catalogue().find(id);
        const auto urls = statusUrls(QStringLiteral("https://trk.example.net/postback/KEY"), preset);
        for (const ReadyPostbackUrl &one : urls) {
            ReceivedRequest request;
            request.query = one.url.section(u'?', 1).toUtf8();
            const PostbackReading reading = readPostback(request, preset, *newNetwork(preset));
            QCOMPARE(reading.status, one.status);
        }
    }

    void factsSayWhereTheyComeFrom_data()
    {
        // The generic preset is nobody's, so nobody's pages say anything of it.
        QTest::addColumn<QString>("id");
        for (const NetworkPreset &preset : catalogue().all()) {
            if (preset.id != QStringLiteral("generic"))
                QTest::newRow(qPrintable(preset.id)) << preset.id;
        }
    }
    void factsSayWhereTheyComeFrom()
    {
        QFETCH(QString, id);
        const NetworkPreset &preset = *catalogue().find(id);
        QCOMPARE(preset.checked, QStringLiteral("2026-11"));
        QVERIFY(!preset.sources.isEmpty());
        for (const QString &source : preset.sources)
            QVERIFY2(source.startsWith(QStringLiteral("http"))
                             || source == QStringLiteral("third-party note (unverified)"),
                     qPrintable(source));
        // Some way for the click ID out, or a word that it is not known.
        const bool hasWayOut = !preset.subIdParameter.isEmpty() || preset.offerLink.clickIdInPath
                || !preset.doubtAbout(QStringLiteral("offerLink.subIdParameter")).isEmpty()
                || preset.id == QStringLiteral("thrivecart");
        QVERIFY(hasWayOut);
    }

    void aChildDiffersFromItsPlatformOnlyWhereItSaysSo()
    {
        int children = 0;
        for (const NetworkPreset &preset : catalogue().all()) {
            if (preset.extends.isEmpty())
                continue;
            ++children;
            const QJsonObject child = catalogue().files().value(preset.id);
            const QJsonObject whole = catalogue().wholeJson(preset.id);
            const QJsonObject parent = catalogue().wholeJson(preset.extends);
            QVERIFY2(child.size() <= 10, qPrintable(preset.id));
            for (auto it = parent.begin(); it != parent.end(); ++it) {
                if (it.key() != QStringLiteral("isPlatform") && !child.contains(it.key()))
                    QVERIFY2(whole.value(it.key()) == it.value(), qPrintable(preset.id + u' ' + it.key()));
            }
            QVERIFY(!preset.isPlatform);
            QCOMPARE(preset.platform, catalogue().find(preset.extends)->platform);
        }
        QVERIFY(children >= 21);
    }

    void everyTrafficSourceIsReady_data()
    {
        QTest::addColumn<QString>("id");
        const auto sources = trafficSourcePresets();
        QCOMPARE(sources.size(), 48);
        for (const TrafficSourcePreset &source : sources)
            QTest::newRow(qPrintable(source.id)) << source.id;
    }
    void everyTrafficSourceIsReady()
    {
        QFETCH(QString, id);
        const auto sources = trafficSourcePresets();
        const auto source = std::find_if(sources.begin(), sources.end(),
                                         [&](const TrafficSourcePreset &one) { return one.id == id; });
        const QString link = trackingLinkFor(QStringLiteral("https://trk.example.net/c/KEY"), *source);
        QCOMPARE(link.contains(u'?'), !source->linkMacros.isEmpty());
        // What the source puts in comes back under our names; what it leaves as it is comes back as nothing.
        QByteArray query;
        for (const LinkMacro &one : source->linkMacros) {
            QVERIFY2(looksLikeLiteralToken(one.macro.toUtf8()), qPrintable(one.macro));
            query += one.parameter.toUtf8() + "=v%2B" + one.parameter.toUtf8() + '&';
        }
        const SourceReading reading = readArrival(query, *source);
        for (const LinkMacro &one : source->linkMacros) {
            const QString value = QStringLiteral("v+") + one.parameter;
            const bool isSubId
                    = std::find(reading.subIds.begin(), reading.subIds.end(), value) != reading.subIds.end();
            const bool isCost = source->costFields.contains(one.parameter.toUtf8());
            QVERIFY2(reading.externalId == value || isSubId || isCost, qPrintable(one.parameter));
        }
        for (const QString &tag : source->autoTags)
            QCOMPARE(readArrival(tag.toUtf8() + "=AbC", *source).externalId, QStringLiteral("AbC"));
        const bool canBeTold = !source->outbound.urlTemplate.isEmpty() || !source->outbound.advice.isEmpty()
                || !source->doubtAbout(QStringLiteral("outbound.template")).isEmpty();
        QVERIFY(canBeTold || id == QStringLiteral("generic"));
    }
};

QTEST_APPLESS_MAIN(tst_PresetFiles)
#include "tst_presetfiles.moc"
