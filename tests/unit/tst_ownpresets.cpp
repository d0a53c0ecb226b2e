// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/newnetwork.h"
#include "networks/postbackreader.h"
#include "networks/presetcatalogue.h"
#include "networks/presetexample.h"
#include "networks/presetfiles.h"
#include "networks/presetinheritance.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Matchbook;

namespace {

QJsonObject json(QByteArray text)
{
    return QJsonDocument::fromJson(text.replace('\'', '"')).object();
}

/// Preset files by their IDs, as a folder would give them.
QHash<QString, QJsonObject> files(const QList<QByteArray> &texts)
{
    QHash<QString, QJsonObject> all;
    for (const QByteArray &text : texts) {
        const QJsonObject one = json(text);
        all.insert(one[QStringLiteral("id")].toString(), one);
    }
    return all;
}

void write(const QString &path, const QJsonObject &object)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(object).toJson());
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ReceivedRequest request(const QByteArray &query)
{
    ReceivedRequest made;
    made.method = "GET";
    made.path = "/postback/KEY";
    made.query = query;
    return made;
}

const PresetCatalogue &catalogue()
{
    static const PresetCatalogue presets;
    return presets;
}

const char hit[] = "zone=5&MySub=m5gc77g00n5y4y0vr933&Euro=33,80&order=A-7&state=Bezahlt&kind=lead&empty=";

PointedFields pointed()
{
    PointedFields fields;
    fields.clickId = QStringLiteral("MySub");
    fields.payout = QStringLiteral("Euro");
    fields.transactionId = QStringLiteral("order");
    fields.status = QStringLiteral("state");
    fields.event = QStringLiteral("kind");
    fields.statusWords = {{QStringLiteral("Bezahlt"), ConversionStatus::Approved},
                          {QStringLiteral("offen"), ConversionStatus::Pending}};
    fields.defaultCurrency = *Currency::fromCode(u"EUR");
    fields.decimalMark = DecimalMark::Comma;
    return fields;
}

AffiliateNetwork networkOf(const char *preset)
{
    return *newNetwork(*catalogue().find(QLatin1StringView(preset)));
}

Expected<QJsonObject> learned(const char *id, const char *name, const PointedFields &fields,
                              const AffiliateNetwork &network = networkOf("generic"),
                              const PresetCatalogue &presets = catalogue())
{
    return learnedPreset(request(hit), QLatin1StringView(id), QLatin1StringView(name), fields, network,
                         presets);
}

/// What was learned by \a network from the usual request, as it is when it is read back.
NetworkPreset learnedBy(const AffiliateNetwork &network, const PresetCatalogue &presets = catalogue())
{
    const auto json = learned("mine", "Mine", pointed(), network, presets);
    const auto preset = json ? checkedPreset(*json, presets) : unexpected(json.error());
    return preset ? *preset : NetworkPreset();
}

} // namespace

class tst_OwnPresets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChildReplacesByNameAndKeepsTheRest()
    {
        const auto all = files(
                {"{'id': 'p', 'name': 'P', '$schema': 's', 'isPlatform': true, 'notes': 'n', 'platform': 'P', "
                 "'fields': {'clickId': ['a', 'b'], 'payout': ['x']}, 'statusWords': {'approved': ['1']}}",
                 "{'id': 'c', 'name': 'C', 'extends': 'p', 'fields': {'clickId': ['c']}, 'statusWords': {'rejected': ['3']}}",
                 "{'id': 'g', 'name': 'G', 'extends': 'c', 'fields': {'payout': []}}"});
        const auto child = inherited(QStringLiteral("c"), all);
        QVERIFY(child);
        QCOMPARE(
                *child,
                json("{'id': 'c', 'name': 'C', 'extends': 'p', 'platform': 'P', "
                     "'fields': {'clickId': ['c'], 'payout': ['x']}, 'statusWords': {'approved': ['1'], 'rejected': ['3']}}"));
        const auto grandchild = inherited(QStringLiteral("g"), all);
        QVERIFY(grandchild);
        QCOMPARE((*grandchild)[QStringLiteral("fields")].toObject(),
                 json("{'clickId': ['c'], 'payout': []}"));
        QCOMPARE(*inherited(QStringLiteral("p"), all), all.value(QStringLiteral("p")));
    }

    void anImpossibleParentIsRefused_data()
    {
        QTest::addColumn<QList<QByteArray>>("texts");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QList<QByteArray> &texts, const char *words) {
            QTest::newRow(name) << texts << QString::fromLatin1(words);
        };
        row("itself", {"{'id': 'a', 'extends': 'a'}"}, "circle: a extends a");
        row("two", {"{'id': 'a', 'extends': 'b'}", "{'id': 'b', 'extends': 'a'}"},
            "circle: a extends b extends a");
        row("missing", {"{'id': 'a', 'extends': 'b'}", "{'id': 'b', 'extends': 'x'}"},
            "\"x\", and there is no such preset: a extends b extends x");
        row("no text", {"{'id': 'a', 'extends': 5}"}, "must be the ID");
        QList<QByteArray> many{"{'id': 'a', 'extends': 'n0'}"};
        for (int i = 0; i < 20; ++i)
            many << "{'id': 'n" + QByteArray::number(i) + "', 'extends': 'n" + QByteArray::number(i + 1)
                            + "'}";
        row("generations", many, "too many generations");
        row("unknown", {}, "no preset \"a\"");
    }
    void anImpossibleParentIsRefused()
    {
        QFETCH(QList<QByteArray>, texts);
        QFETCH(QString, words);
        const auto whole = inherited(QStringLiteral("a"), files(texts));
        QVERIFY(!whole);
        QCOMPARE(whole.error().kind, Failure::Kind::BadInput);
        QVERIFY2(whole.error().detail.contains(words), qPrintable(whole.error().detail));
    }

    void anOwnFileMayExtendAnotherAndBeExtended()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("acme.json")),
              json("{'id': 'acme', 'name': 'Acme', 'extends': 'cake'}"));
        write(folder.filePath(QStringLiteral("acme2.json")),
              json("{'id': 'acme2', 'name': 'Acme 2', 'extends': 'acme', 'decimalMark': 'comma'}"));
        const PresetCatalogue own(folder.path());
        const NetworkPreset *acme = own.find(QStringLiteral("acme2"));
        QVERIFY(acme);
        QCOMPARE(acme->subIdParameter, QStringLiteral("s2"));
        QCOMPARE(acme->decimalMark, DecimalMark::Comma);
        QVERIFY(own.isOwn(QStringLiteral("acme")));
        QVERIFY(!own.isOwn(QStringLiteral("cake")));
        QVERIFY(own.problems().isEmpty());
    }

    void aBrokenOwnFileLeavesTheCompiledInOneInPlace()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("cake.json")),
              json("{'id': 'cake', 'name': 'Mine', 'extends': 'cake'}"));
        write(folder.filePath(QStringLiteral("lost.json")),
              json("{'id': 'lost', 'name': 'Lost', 'extends': 'gone'}"));
        write(folder.filePath(QStringLiteral("child.json")),
              json("{'id': 'child', 'name': 'Child', 'extends': 'lost'}"));
        for (const char *name : {"cake", "lost", "child"})
            QTest::ignoreMessage(QtWarningMsg,
                                 QRegularExpression(QStringLiteral("^The preset %1.json is left out: .+")
                                                            .arg(QLatin1StringView(name))));
        const PresetCatalogue own(folder.path());
        QCOMPARE(own.find(QStringLiteral("cake"))->name, QStringLiteral("CAKE"));
        QVERIFY(own.find(QStringLiteral("yepads")));
        QVERIFY(!own.find(QStringLiteral("lost")));
        QVERIFY(!own.find(QStringLiteral("child")));
        QCOMPARE(own.problems().size(), 3);
        QCOMPARE(own.all().size(), catalogue().all().size());
    }

    void aPresetIsCopiedEditedExportedAndImported()
    {
        QTemporaryDir folder;
        const QString own = folder.filePath(QStringLiteral("networks"));
        auto copy = copiedPreset(catalogue(), QStringLiteral("yepads"), QStringLiteral("mynet"),
                                 QStringLiteral("My network"));
        QVERIFY(copy);
        QVERIFY(!copy->contains(QStringLiteral("extends")));
        copy->insert(QStringLiteral("defaultCurrency"), QStringLiteral("EUR"));
        const auto saved = savePreset(*copy, catalogue(), own);
        QVERIFY(saved);
        QCOMPARE(*saved, own + QStringLiteral("/mynet.json"));

        const PresetCatalogue later(own);
        const NetworkPreset *mine = later.find(QStringLiteral("mynet"));
        QVERIFY(mine);
        QCOMPARE(mine->name, QStringLiteral("My network"));
        QCOMPARE(mine->subIdParameter, QStringLiteral("s2"));
        QCOMPARE(mine->defaultCurrency.code(), QStringLiteral("EUR"));

        const QString shared = folder.filePath(QStringLiteral("shared.json"));
        QVERIFY(exportPreset(later, QStringLiteral("mynet"), shared));
        QTemporaryDir other;
        const auto imported = importPreset(shared, catalogue(), other.path());
        QVERIFY(imported);
        QCOMPARE(imported->name, QStringLiteral("My network"));
        QCOMPARE(PresetCatalogue(other.path()).find(QStringLiteral("mynet"))->defaultCurrency.code(),
                 QStringLiteral("EUR"));
    }

    void nothingIsOverwrittenSilently()
    {
        QTemporaryDir folder;
        const QJsonObject first = json("{'id': 'a', 'name': 'First', 'fields': {'clickId': ['c']}}");
        const QJsonObject second = json("{'id': 'a', 'name': 'Second', 'fields': {'clickId': ['c']}}");
        QVERIFY(savePreset(first, catalogue(), folder.path()));
        const QByteArray before = contents(folder.filePath(QStringLiteral("a.json")));
        const auto refused = savePreset(second, catalogue(), folder.path());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::AlreadyExists);
        QCOMPARE(contents(folder.filePath(QStringLiteral("a.json"))), before);
        QVERIFY(savePreset(second, catalogue(), folder.path(), ExistingFile::Replace));
        QVERIFY(contents(folder.filePath(QStringLiteral("a.json"))).contains("Second"));
        const QString file = folder.filePath(QStringLiteral("a.json"));
        QCOMPARE(exportPreset(catalogue(), QStringLiteral("cake"), file).error().kind,
                 Failure::Kind::AlreadyExists);
    }

    void aTakenIdIsNotReplacedByAnImport()
    {
        QTemporaryDir folder;
        const QString own = folder.filePath(QStringLiteral("own"));
        const QString file = folder.filePath(QStringLiteral("in.json"));
        write(file, json("{'id': 'cake', 'name': 'Theirs', 'fields': {'clickId': ['cid']}}"));
        const auto refused = importPreset(file, catalogue(), own);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::AlreadyExists);
        QCOMPARE(refused.error().detail, QStringLiteral("cake"));
        QVERIFY(!QFile::exists(own));

        const auto beside = importPresetBeside(file, catalogue(), own, QStringLiteral("%1 (imported)"));
        QVERIFY(beside);
        QCOMPARE(beside->name, QStringLiteral("Theirs (imported)"));
        QCOMPARE(PresetCatalogue(own).find(QStringLiteral("cake"))->name, QStringLiteral("CAKE"));
        QVERIFY(PresetCatalogue(own).isOwn(beside->id));

        QVERIFY(importPreset(file, catalogue(), own, ExistingFile::Replace));
        const PresetCatalogue replaced(own);
        QVERIFY(replaced.replacesBuiltIn(QStringLiteral("cake")));
        QVERIFY(!replaced.replacesBuiltIn(beside->id));
        QCOMPARE(replaced.find(QStringLiteral("cake"))->name, QStringLiteral("Theirs"));
        QVERIFY(removePreset(QStringLiteral("cake"), replaced, own));
        const PresetCatalogue restored(own);
        QCOMPARE(restored.find(QStringLiteral("cake"))->name, QStringLiteral("CAKE"));
        QCOMPARE(removePreset(QStringLiteral("cake"), restored, own).error().kind, Failure::Kind::NotFound);
    }

    void aReplacementLeavesNoSecondFileOfThatId()
    {
        QTemporaryDir folder;
        const QString own = folder.filePath(QStringLiteral("own"));
        QDir().mkpath(own);
        write(own + QStringLiteral("/zz.json"),
              json("{'id': 'a', 'name': 'First', 'fields': {'clickId': ['c']}}"));
        const QString file = folder.filePath(QStringLiteral("in.json"));
        write(file, json("{'id': 'a', 'name': 'Second', 'fields': {'clickId': ['c']}}"));
        const PresetCatalogue presets(own);
        QCOMPARE(importPreset(file, presets, own).error().kind, Failure::Kind::AlreadyExists);
        QVERIFY(importPreset(file, presets, own, ExistingFile::Replace));
        QCOMPARE(QDir(own).entryList({QStringLiteral("*.json")}), QStringList{QStringLiteral("a.json")});
        QCOMPARE(PresetCatalogue(own).find(QStringLiteral("a"))->name, QStringLiteral("Second"));
    }

    void whoReadsByAPresetIsFoundOverOthers()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("b.json")), json("{'id': 'b', 'name': 'B', 'extends': 'acme'}"));
        write(folder.filePath(QStringLiteral("acme.json")),
              json("{'id': 'acme', 'name': 'Acme', 'extends': 'yepads'}"));
        const PresetCatalogue presets(folder.path());
        const QStringList on = presetsOn(QStringLiteral("cake"), presets);
        for (const char *id : {"cake", "yepads", "acme", "b"})
            QVERIFY2(on.contains(QLatin1StringView(id)), id);
        QVERIFY(!on.contains(QStringLiteral("generic")));
        QCOMPARE(presetsOn(QStringLiteral("b"), presets), QStringList{QStringLiteral("b")});
    }

    void whatIsWrongWithAnImportIsSaid()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("in.json"));
        const QString own = folder.filePath(QStringLiteral("own"));
        const std::pair<const char *, const char *> wrong[] = {
                {"{'id': '../a', 'name': 'A', 'fields': {'clickId': ['c']}}", "\"id\""},
                {"{'id': 'a', 'name': 'A', 'fields': {'clickId': ['c']}, 'colour': 'red'}", "\"colour\""},
                {"{'id': 'a', 'name': 'A', 'extends': 'nobody'}", "\"nobody\""},
        };
        for (const auto &[text, words] : wrong) {
            write(file, json(text));
            const auto imported = importPreset(file, catalogue(), own);
            QVERIFY(!imported);
            QCOMPARE(imported.error().kind, Failure::Kind::BadInput);
            QVERIFY2(imported.error().detail.contains(QLatin1StringView(words)),
                     qPrintable(imported.error().detail));
        }
        QVERIFY(!QFile::exists(own));
        QCOMPARE(importPreset(folder.filePath(QStringLiteral("none.json")), catalogue(), own).error().kind,
                 Failure::Kind::FileTrouble);
    }

    void copiesOfNothingAndUnderBadNamesAreRefused()
    {
        const QString name = QStringLiteral("N");
        QCOMPARE(copiedPreset(catalogue(), QStringLiteral("nobody"), QStringLiteral("a"), name).error().kind,
                 Failure::Kind::NotFound);
        QCOMPARE(copiedPreset(catalogue(), QStringLiteral("cake"), QStringLiteral("A b"), name).error().kind,
                 Failure::Kind::BadInput);
        QCOMPARE(exportPreset(catalogue(), QStringLiteral("nobody"), QStringLiteral("/tmp/x")).error().kind,
                 Failure::Kind::NotFound);
    }

    void everyPresetSurvivesBeingSharedAlone()
    {
        for (const NetworkPreset &preset : catalogue().all()) {
            const auto copy
                    = copiedPreset(catalogue(), preset.id, QStringLiteral("copy"), QStringLiteral("Copy"));
            QVERIFY(copy);
            const auto read = checkedPreset(*copy, catalogue());
            QVERIFY2(read, qPrintable(preset.id));
            QCOMPARE(read->postbackParameters, preset.postbackParameters);
            QCOMPARE(read->statusWords, preset.statusWords);
            QCOMPARE(read->clickIdFields, preset.clickIdFields);
        }
    }

    void aRequestShowsItsFieldsWithGuesses()
    {
        using Meaning = ExampleField::Meaning;
        const auto fields
                = exampleFields(request("x=1&MY=m5gc77g00n5y4y0vr933&amount=5&cur=USD&order_id=7&state=ok&"
                                        "goal=2&offer=3&x=2&%C3%A4=%C3%B6"),
                                catalogue().findOrGeneric({}));
        QStringList seen;
        for (const ExampleField &field : fields)
            seen << field.name + u'=' + field.value + u':' + QString::number(int(field.guess));
        const auto item = [](const char *text, Meaning meaning) -> QString {
            return QString::fromUtf8(text) + u':' + QString::number(int(meaning));
        };
        QCOMPARE(seen,
                 QStringList({item("x=1", Meaning::Unknown),
                              item("my=m5gc77g00n5y4y0vr933", Meaning::ClickId),
                              item("amount=5", Meaning::Payout), item("cur=USD", Meaning::Currency),
                              item("order_id=7", Meaning::TransactionId), item("state=ok", Meaning::Status),
                              item("goal=2", Meaning::Event), item("offer=3", Meaning::Offer),
                              item("ä=ö", Meaning::Unknown)}));
    }

    void whatAPersonPointsAtBecomesAPreset()
    {
        const auto json = learned("mine", " Mine ", pointed());
        QVERIFY(json);
        const auto preset = checkedPreset(*json, catalogue());
        QVERIFY2(preset, qPrintable(preset ? QString() : preset.error().detail));
        QCOMPARE(preset->name, QStringLiteral("Mine"));
        const PostbackReading reading = readPostback(request(hit), *preset, *newNetwork(*preset));
        QCOMPARE(reading.clickIdText, QByteArray("m5gc77g00n5y4y0vr933"));
        QCOMPARE(reading.payoutMicros, std::optional<qint64>(33800000));
        QCOMPARE(reading.transactionId, QStringLiteral("A-7"));
        QCOMPARE(reading.status, std::optional(ConversionStatus::Approved));
        QCOMPARE(reading.event, QStringLiteral("lead"));
        QCOMPARE(reading.problem, PostbackCause::None);
        QCOMPARE(newNetwork(*preset)->defaultCurrency.code(), QStringLiteral("EUR"));
        const PostbackReading open
                = readPostback(request("mysub=x&state=OFFEN"), *preset, *newNetwork(*preset));
        QCOMPARE(open.status, std::optional(ConversionStatus::Pending));
    }

    void pointingThatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<PointedFields>("fields");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *words, auto change) {
            PointedFields fields = pointed();
            change(fields);
            QTest::newRow(words) << fields << QString::fromLatin1(words);
        };
        row("click ID or the transaction ID", [](PointedFields &f) {
            f.clickId.clear();
            f.transactionId.clear();
        });
        row("\"nothere\"", [](PointedFields &f) { f.payout = QStringLiteral("nothere"); });
        row("\"mysub\" cannot mean two things",
            [](PointedFields &f) { f.transactionId = QStringLiteral("mysub"); });
        row("what the status \"Bezahlt\" means", [](PointedFields &f) { f.statusWords.clear(); });
    }
    void pointingThatMakesNoSenseIsRefused()
    {
        QFETCH(PointedFields, fields);
        QFETCH(QString, words);
        const auto json = learned("mine", "Mine", fields);
        QVERIFY(!json);
        QVERIFY2(json.error().detail.contains(words), qPrintable(json.error().detail));
    }

    void oneParameterMayBeStatusAndEvent()
    {
        PointedFields fields = pointed();
        fields.event = fields.status;
        QVERIFY(learned("mine", "Mine", fields));
        QVERIFY(!learned("My Net", "Mine", fields));
        QVERIFY(!learned("mine", " ", fields));
    }

    void whatIsNotPointedAtIsAsTheNetworkReadItBefore()
    {
        const NetworkPreset &generic = catalogue().findOrGeneric({});
        const NetworkPreset preset = learnedBy(networkOf("generic"));
        QCOMPARE(preset.subIdParameter, generic.subIdParameter);
        QCOMPARE(preset.currencyFields, generic.currencyFields);
        QCOMPARE(preset.payoutFields, QStringList{QStringLiteral("euro")});
        QCOMPARE(preset.statusWords.value(QStringLiteral("declined")), ConversionStatus::Rejected);
        QCOMPARE(preset.statusWords.value(QStringLiteral("bezahlt")), ConversionStatus::Approved);
        const PostbackReading reading = readPostback(request("mysub=x&euro=9,50&currency=GBP&state=hold"),
                                                     preset, *newNetwork(preset));
        QCOMPARE(reading.currency, Currency::fromCode(u"GBP"));
        QCOMPARE(reading.status, std::optional(ConversionStatus::Pending));
        const NetworkPreset &cake = *catalogue().find(QStringLiteral("cake"));
        const NetworkPreset onCake = learnedBy(networkOf("cake"));
        QCOMPARE(onCake.subIdParameter, cake.subIdParameter);
        QCOMPARE(onCake.postbackParameters, cake.postbackParameters);
        QVERIFY(!onCake.isPlatform);
    }

    void theNetworksOwnMappingGoesIntoThePreset()
    {
        AffiliateNetwork network = networkOf("generic");
        network.mapping.statusWords = {{QStringLiteral("gut"), ConversionStatus::Approved},
                                       {QStringLiteral("offen"), ConversionStatus::Rejected}};
        for (const char *word : {"test", "ping"}) // every word of that status in the preset
            network.mapping.statusWords.insert(QLatin1StringView(word), ConversionStatus::Ignored);
        network.mapping.fields.insert(FieldMeaning::Currency, {QStringLiteral("waehrung")});
        network.mapping.defaultEvent = QStringLiteral("lead");
        const NetworkPreset preset = learnedBy(network);
        QCOMPARE(preset.statusWords.value(QStringLiteral("gut")), ConversionStatus::Approved);
        QCOMPARE(preset.statusWords.value(QStringLiteral("ping")), ConversionStatus::Ignored);
        QCOMPARE(preset.statusWords.value(QStringLiteral("offen")), ConversionStatus::Pending);
        QCOMPARE(preset.currencyFields, QStringList{QStringLiteral("waehrung")});
        QCOMPARE(preset.defaultEvent, QStringLiteral("lead"));
    }

    void aKnownWordIsTaughtAnotherMeaningAndAnOpenOneStaysOpen()
    {
        PointedFields fields = pointed();
        fields.statusWords = {{QStringLiteral("Refund"), ConversionStatus::Rejected}};
        fields.statusLeftOpen = true;
        const auto json = learned("mine", "Mine", fields);
        QVERIFY2(json, qPrintable(json ? QString() : json.error().detail));
        const auto preset = checkedPreset(*json, catalogue());
        QVERIFY(preset);
        QCOMPARE(preset->statusWords.value(QStringLiteral("refund")), ConversionStatus::Rejected);
        QCOMPARE(readPostback(request(hit), *preset, *newNetwork(*preset)).problem,
                 PostbackCause::UnknownStatus);
    }

    void aParameterKeepsNoMeaningThatItWasNotSaidToHave()
    {
        PointedFields fields;
        fields.clickId = QStringLiteral("cid");
        fields.status = QStringLiteral("event");
        fields.statusWords = {{QStringLiteral("paid"), ConversionStatus::Approved}};
        const ReceivedRequest sent = request("cid=m5gc77g00n5y4y0vr933&event=paid&oid=7");
        const auto json = learnedPreset(sent, QStringLiteral("mine"), QStringLiteral("Mine"), fields,
                                        networkOf("generic"), catalogue());
        QVERIFY(json);
        const auto preset = checkedPreset(*json, catalogue());
        QVERIFY(preset);
        const PostbackReading reading = readPostback(sent, *preset, *newNetwork(*preset));
        QCOMPARE(reading.event, QStringLiteral("sale"));
        QCOMPARE(reading.transactionId, QString());
        QVERIFY(preset->transactionFields.contains(QStringLiteral("txid")));
    }

    void learningAgainAndAgainDoesNotBuildAChain()
    {
        QTemporaryDir folder;
        AffiliateNetwork network = networkOf("cake");
        for (int i = 0; i < 12; ++i) {
            const PresetCatalogue presets(folder.path());
            const QString id = QStringLiteral("learned-%1").arg(i);
            const auto json = learnedPreset(request(hit), id, id, pointed(), network, presets);
            QVERIFY2(json, qPrintable(json ? QString() : json.error().detail));
            QVERIFY(savePreset(*json, presets, folder.path()));
            network.preset = id;
        }
        const PresetCatalogue presets(folder.path());
        QCOMPARE(presets.find(network.preset)->subIdParameter, QStringLiteral("s2"));
    }
};

QTEST_APPLESS_MAIN(tst_OwnPresets)
#include "tst_ownpresets.moc"
