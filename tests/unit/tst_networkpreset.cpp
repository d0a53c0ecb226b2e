// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/networkpreset.h"
#include "networks/presetcatalogue.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Matchbook;

namespace {

/// The tables write JSON with apostrophes, to be readable.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(quoted(text)).object();
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(quoted(text));
}

const char minimal[] = "{'id': 'acme', 'name': 'Acme', 'fields': {'clickId': ['s2']}}";

} // namespace

class tst_NetworkPreset : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMemberIsRead()
    {
        const auto preset = presetFromJson(json(
                "{ "
                "'$schema': '../preset.schema.json', 'id': 'acme-2', 'name': 'Acme', 'platform': 'CAKE', 'isPlatform': true, "
                "'offerLink': {'subIdParameter': 's2', 'alternatives': ['s1'], 'alsoIn': ['s3'], "
                "'template': 'https://a.example/?s2={clickid}', "
                "'slots': [{'parameter': 's2', 'maxLength': 50, 'alphabet': 'a-z', 'note': 'N.'}], "
                "'signs': [{'hosts': ['a.example'], 'path': '/c', 'parameters': ['a'], 'confidence': 'single'}]}, "
                "'postback': {'templates': [{'parameters': 'cid=#s2#&payout=#price#&a=<aid>'}, "
                "{'parameters': 'cid=#s2#&status=bad', 'status': 'rejected', 'purpose': 'Refusals'}], "
                "'constants': {'aid': 'Which number?'}, 'methods': ['GET', 'POST'], 'steps': ['A', 'B'], 'testButton': false, "
                "'retry': 'R.', 'expectedAnswer': 'OK', "
                "'secret': {'label': 'Key', 'where': 'There.', 'form': '8 digits', 'optional': true}, 'senders': ['192.0.2.1'], 'delay': 'D.', 'hints': ['H.']}, "
                "'fields': {'clickId': ['cid', 's2'], 'payout': ['payout'], 'currency': ['cur'], 'transactionId': ['txid'], "
                "'status': ['status'], 'event': ['event'], 'offer': ['oid']}, "
                "'statusWords': {'approved': ['OK', '1'], 'charged_back': ['cgbk'], 'ignored': ['ping']}, "
                "'defaultStatus': 'pending', 'defaultEvent': 'Lead', 'defaultCurrency': 'eur', 'decimalMark': 'comma', 'amountUnit': 'cents', "
                "'repeatPolicy': 'add_amounts', 'reportZone': 'UTC+08:00', 'confidence': 'single', "
                "'unverified': {'statusWords': 'W.', 'postback.retry': ''}, 'sources': ['https://a.example'], 'checked': '2026-11', "
                "'notes': '…'}"));
        QVERIFY(preset);
        QCOMPARE(preset->id, QStringLiteral("acme-2"));
        QCOMPARE(preset->platform, QStringLiteral("CAKE"));
        QVERIFY(preset->isPlatform);
        QCOMPARE(preset->subIdParameter, QStringLiteral("s2"));
        QCOMPARE(preset->offerLink.slotLimits,
                 QList<ClickIdSlot>(
                         {{QStringLiteral("s2"), 50, QStringLiteral("a-z"), QStringLiteral("N.")}}));
        QCOMPARE(preset->offerLink.signs.first().hosts, QStringList(QStringLiteral("a.example")));
        QCOMPARE(preset->postbackParameters, QStringLiteral("cid=#s2#&payout=#price#&a=<aid>"));
        QCOMPARE(preset->postback.templates.last().status, std::optional(ConversionStatus::Rejected));
        QCOMPARE(preset->postback.constants.first().question, QStringLiteral("Which number?"));
        QCOMPARE(preset->postback.testButton, Known::No);
        QCOMPARE(preset->postback.senders, QStringList(QStringLiteral("192.0.2.1")));
        QCOMPARE(preset->clickIdFields, QStringList({QStringLiteral("cid"), QStringLiteral("s2")}));
        QCOMPARE(preset->transactionFields, QStringList(QStringLiteral("txid")));
        QCOMPARE(preset->offerFields, QStringList(QStringLiteral("oid")));
        QCOMPARE(preset->statusWords.size(), 4);
        QCOMPARE(preset->statusWords.value(QStringLiteral("ok")), ConversionStatus::Approved);
        QCOMPARE(preset->statusWords.value(QStringLiteral("cgbk")), ConversionStatus::ChargedBack);
        QCOMPARE(preset->defaultStatus, ConversionStatus::Pending);
        QCOMPARE(preset->defaultEvent, QStringLiteral("lead"));
        QCOMPARE(preset->defaultCurrency.code(), QStringLiteral("EUR"));
        QVERIFY(preset->currencyKnown);
        QCOMPARE(preset->decimalMark, DecimalMark::Comma);
        QCOMPARE(preset->amountUnit, AmountUnit::Cents);
        QCOMPARE(preset->postback.secret,
                 SecretFacts({QStringLiteral("Key"), QStringLiteral("There."), QStringLiteral("8 digits"),
                              true}));
        QCOMPARE(preset->repeatPolicy, RepeatPolicy::AddAmounts);
        QCOMPARE(preset->reportZone, QStringLiteral("UTC+08:00"));
        QCOMPARE(preset->confidence, QStringLiteral("single"));
        QCOMPARE(preset->doubtAbout(QStringLiteral("statusWords.rejected")), QStringLiteral("W."));
        QCOMPARE(preset->unverified.size(), 1);
        QCOMPARE(preset->checked, QStringLiteral("2026-11"));
    }

    void whatIsLeftOutHasADefault()
    {
        const auto preset = presetFromJson(json(minimal));
        QVERIFY(preset);
        QCOMPARE(preset->defaultStatus, ConversionStatus::Approved);
        QCOMPARE(preset->defaultEvent, QStringLiteral("sale"));
        QCOMPARE(preset->defaultCurrency, Currency::usd());
        QCOMPARE(preset->confidence, QStringLiteral("unsure"));
        QCOMPARE(preset->kind, PresetKind::Postback);
        QCOMPARE(preset->repeatPolicy, RepeatPolicy::Update);
        QCOMPARE(preset->postback.testButton, Known::Unknown);
        QVERIFY(!preset->currencyKnown);
        QCOMPARE(preset->amountUnit, AmountUnit::Whole);
        QVERIFY(preset->postback.secret.label.isEmpty());
        QVERIFY(preset->reportZone.isEmpty());
    }

    void theWrongMemberIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("member");
        const auto row = [](const char *text, const char *member) {
            QTest::newRow(text) << QByteArray(text)
                                << QStringLiteral("\"%1\"").arg(QLatin1StringView(member));
        };
        row("{}", "id");
        row("{'id': 'a b', 'name': 'A', 'fields': {'clickId': ['c']}}", "id");
        row("{'id': '../a', 'name': 'A', 'fields': {'clickId': ['c']}}", "id");
        row("{'id': 1, 'name': 'A', 'fields': {'clickId': ['c']}}", "id");
        row("{'id': 'a', 'fields': {'clickId': ['c']}}", "name");
        row("{'id': 'a', 'name': 'A'}", "fields");
        row("{'id': 'a', 'name': 'A', 'fields': []}", "fields");
        row("{'id': 'a', 'name': 'A', 'fields': {'payout': ['p']}}", "fields");
        row("{'id': 'a', 'name': 'A', 'fields': {'clickId': 'c'}}", "clickId");
        row("{'id': 'a', 'name': 'A', 'fields': {'clickId': [1]}}", "clickId");
        row("{'id': 'a', 'name': 'A', 'fields': {'clickId': ['c'], 'txid': ['t']}}", "txid");
        row("{'id': 'a', 'name': 'A', 'fields': {'clickId': ['c']}, 'statusWords': {'good': ['x']}}", "good");
        row("{'id': 'a', 'name': 'A', 'fields': {'clickId': ['c']}, 'statusWords': {'approved': ['x'], 'pending': ['X']}}",
            "x");
        row("{'id': 'a', 'name': 'A', 'fields': {'clickId': ['c']}, 'statusWords': {'approved': 'x'}}",
            "approved");
        row("{'id': 'a', 'name': 'A', 'fields': {'clickId': ['c']}, 'defaultStatus': 'good'}",
            "defaultStatus");
        row("{'id': 'a', 'name': 'A', 'fields': {'clickId': ['c']}, 'defaultEvent': ''}", "defaultEvent");
        row("{'id': 'a', 'name': 'A', 'fields': {'clickId': ['c']}, 'defaultCurrency': 'XXX'}",
            "defaultCurrency");
        row("{'id': 'a', 'name': 'A', 'fields': {'clickId': ['c']}, 'decimalMark': 'dot'}", "decimalMark");
        row("{'id': 'a', 'name': 'A', 'fields': {'clickId': ['c']}, 'confidence': 'high'}", "confidence");
        row("{'id': 'a', 'name': 'A', 'fields': {'clickId': ['c']}, 'clickIdFields': []}", "clickIdFields");
        const auto with = [&](const char *text, const char *member) {
            const QByteArray whole
                    = QByteArray("{'id': 'a', 'name': 'A', 'fields': {'clickId': ['c']}, ") + text + '}';
            row(whole.constData(), member);
        };
        with("'amountUnit': 'pence'", "amountUnit");
        with("'postback': {'secret': {'label': 'Key'}}", "where");
        with("'postback': {'secret': {'label': 'Key', 'where': 'W.', 'value': 'x'}}", "value");
        with("'kind': 'magic'", "kind");
        with("'kind': 'report'", "advice");
        with("'advice': 'Do.'", "advice");
        with("'isPlatform': 'yes'", "isPlatform");
        with("'kind': 'native'", "protocol");
        with("'kind': 'report', 'advice': 'Do.', 'protocol': 'magic'", "protocol");
        with("'kind': 'native', 'protocol': 'magic', 'postback': {'templates': [{'parameters': 'cid={x}'}]}",
             "postback");
        with("'postback': {'templates': [{}]}", "parameters");
        with("'postback': {'templates': [{'parameters': '?cid={x}'}]}", "parameters");
        with("'postback': {'templates': [{'parameters': 'cid={x}', 'status': 'good'}]}", "status");
        with("'postback': {'templates': [{'parameters': 'cid={x}&a=<aid>'}]}", "constants");
        with("'postback': {'constants': {'aid': 'Which?'}}", "constants");
        with("'postback': {'methods': ['PUT']}", "methods");
        with("'postback': {'senders': ['example.net']}", "senders");
        with("'postback': {'testButton': 'yes'}", "testButton");
        with("'postback': {'step': ['A']}", "step");
        with("'offerLink': {'template': 'https://a.example/'}", "template");
        with("'offerLink': {'clickIdInPath': true}", "template");
        with("'offerLink': {'slots': [{'maxLength': 5}]}", "parameter");
        with("'offerLink': {'slots': [{'parameter': 's', 'maxLength': -1}]}", "maxLength");
        with("'offerLink': {'signs': [{}]}", "signs");
        with("'repeatPolicy': 'sometimes'", "repeatPolicy");
        with("'reportZone': 'Moon/Base'", "reportZone");
        with("'unverified': {'colour': 'No.'}", "unverified");
        with("'checked': 'yesterday'", "checked");
        with("'sources': [1]", "sources");
    }
    void theWrongMemberIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, member);
        const auto preset = presetFromJson(json(text));
        QVERIFY(!preset);
        QCOMPARE(preset.error().kind, Failure::Kind::BadInput);
        QVERIFY2(preset.error().detail.contains(member), qPrintable(preset.error().detail));
    }

    void theGenericPresetIsCompiledIn()
    {
        const PresetCatalogue catalogue;
        QVERIFY(!catalogue.all().isEmpty());
        QCOMPARE(catalogue.all().first().id, QStringLiteral("generic"));
        QVERIFY(catalogue.find(QStringLiteral("generic")));
        QVERIFY(!catalogue.find(QStringLiteral("no such network")));
        QCOMPARE(catalogue.findOrGeneric(QStringLiteral("no such network")).id, QStringLiteral("generic"));
    }

    void everyCompiledInPresetIsUnderstood()
    {
        const int files = int(QDir(QStringLiteral(":/networks")).entryList(QDir::Files).size());
        QVERIFY(files > 0);
        QCOMPARE(int(PresetCatalogue().all().size()), files);
    }

    void genericStatusWordsMeanWhatTheyMeanEverywhere_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("status");
        const std::pair<const char *, const char *> groups[] = {
                {"approved", "approved approve sale confirmed confirm purchase paid payment credited billed"},
                {"pending", "pending hold lead new wait waiting processing in_work"},
                {"rejected",
                 "rejected reject declined decline cancelled canceled cancel trash junk spam fraud duplicate "
                 "dupe void"},
                {"refunded", "refund refunded rfnd reversed reversal"},
                {"charged_back", "chargeback charged_back cgbk insf"},
                {"test", "test ping"},
                {"", "accepted accept 1 2 3 A P D error fail expect"},
        };
        for (const auto &[status, words] : groups) {
            const QList<QByteArray> list = QByteArray(words).split(' ');
            for (const QByteArray &word : list)
                QTest::newRow(word.constData()) << QString::fromLatin1(word) << QString::fromLatin1(status);
        }
    }
    void genericStatusWordsMeanWhatTheyMeanEverywhere()
    {
        QFETCH(QString, word);
        QFETCH(QString, status);
        const PresetCatalogue catalogue;
        const auto &words = catalogue.findOrGeneric({}).statusWords;
        QCOMPARE(words.contains(word.toLower()), !status.isEmpty());
        if (!status.isEmpty())
            QCOMPARE(QString(statusWord(words.value(word))), status);
    }

    void ownFilesReplaceAndJoinThoseCompiledIn()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("acme.json")), minimal);
        write(folder.filePath(QStringLiteral("mine.json")),
              "{'id': 'generic', 'name': 'Mine', 'fields': {'clickId': ['x']}}");
        write(folder.filePath(QStringLiteral("notes.txt")), "not a preset");
        const PresetCatalogue catalogue(folder.path());
        QCOMPARE(catalogue.all().size(), PresetCatalogue().all().size() + 1);
        QVERIFY(catalogue.find(QStringLiteral("acme")));
        QCOMPARE(catalogue.findOrGeneric({}).name, QStringLiteral("Mine"));
        QCOMPARE(catalogue.all().first().id, QStringLiteral("generic"));
    }

    void filesThatCannotBeUnderstoodAreLeftOutWithAWarning()
    {
        QTemporaryDir folder;
        QByteArray garbage(5000, Qt::Uninitialized);
        QRandomGenerator random(11);
        for (char &c : garbage)
            c = char(random.bounded(256));
        const std::pair<const char *, QByteArray> files[] = {
                {"array.json", "[]"},
                {"broken.json", QByteArray(minimal).chopped(3)},
                {"deep.json", QByteArray(100000, '[')},
                {"empty.json", ""},
                {"garbage.json", garbage},
                {"huge.json", QByteArray(2 * 1024 * 1024, ' ')},
                {"wrong.json", "{'id': 'a'}"},
        };
        for (const auto &[name, text] : files) {
            write(folder.filePath(QString::fromLatin1(name)), text);
            QTest::ignoreMessage(QtWarningMsg,
                                 QRegularExpression(QStringLiteral("^The preset %1 is left out: .+")
                                                            .arg(QLatin1StringView(name))));
        }
        const PresetCatalogue catalogue(folder.path());
        QCOMPARE(catalogue.all().size(), PresetCatalogue().all().size());
    }

    void aFolderThatIsMissingChangesNothing()
    {
        QCOMPARE(PresetCatalogue(QStringLiteral("/no/such/folder")).all().size(),
                 PresetCatalogue().all().size());
    }
};

QTEST_APPLESS_MAIN(tst_NetworkPreset)
#include "tst_networkpreset.moc"
