// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chaintest/postbackverdict.h"
#include "chaintest/presetmacros.h"
#include "chaintest/simulatedpostback.h"
#include "networks/effectivepreset.h"
#include "networks/presetcatalogue.h"

#include <QTest>

using namespace Matchbook;

class tst_SimulatedPostback : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDialectIsFilled_data()
    {
        QTest::addColumn<QString>("macro");
        for (const char *macro :
             {"{x}", "{{x}}", "{:x}", "{$x}", "#x#", "[x]", "[[[x]]]", "[=x=]", "##X##", "%x%", "%subid1%",
              "${X}", "${SUBID}", "@@X@@", "__X__", "__CALL_BACK__", "<x>", "%7Bx%7D", "{aff_sub.1}"})
            QTest::newRow(macro) << QString::fromLatin1(macro);
    }

    void everyDialectIsFilled()
    {
        QFETCH(QString, macro);
        const QString text
                = QStringLiteral("?s2=%M&amount=%M&ccy=%M&tx=a-%M-b&state=%M&country=%M&fixed=1&type=%M")
                          .replace(QStringLiteral("%M"), macro);
        QCOMPARE(
                simulatedQuery(text, generic(), sample()),
                QByteArray(
                        "s2=ID&amount=12%2C34&ccy=EUR&tx=a-T1-b&state=approved&country=test&fixed=1&type=sale"));
    }

    void writtenValuesStay_data()
    {
        QTest::addColumn<QString>("item");
        for (const char *item : {"status=approved", "payout=33,80", "x=a%20b%20c", "x=100%25",
                                 "x=%d0%bf%d1%80", "flag", "x=", "x=a_b__c"})
            QTest::newRow(item) << QString::fromLatin1(item);
    }

    void writtenValuesStay()
    {
        QFETCH(QString, item);
        QCOMPARE(simulatedQuery(item, generic(), sample()), item.toLatin1());
    }

    void everyPresetGivesBackTheSubIdThatItFills()
    {
        const PresetCatalogue presets;
        int checked = 0;
        for (const NetworkPreset &preset : presets.all()) {
            const QString &own = preset.subIdParameter;
            QVERIFY2(!subIdMismatch(preset, QStringLiteral("https://a.example/?o=1"), own),
                     qPrintable(preset.id));
            for (const QString &other : preset.offerLink.alternatives) {
                const auto found
                        = subIdMismatch(preset, QStringLiteral("https://a.example/?%1={clickid}").arg(other),
                                        own);
                checked += found && found->givenBack.compare(own, Qt::CaseInsensitive) == 0 ? 1 : 0;
            }
        }
        QVERIFY(checked > 20);
    }

    void whereNobodyKnowsNothingIsSaid()
    {
        NetworkPreset preset = generic();
        const QString own = preset.subIdParameter;
        const QString link = QStringLiteral("https://a.example/go/{clickid}?sub4=1");
        QVERIFY(!subIdMismatch(preset, link, own)); // no template
        PostbackTemplate one;
        one.parameters = QStringLiteral("cid={strange}");
        preset.postback.templates = {one};
        QVERIFY(!subIdMismatch(preset, QStringLiteral("https://a.example/?sub4={clickid}"), own));
        preset.postback.templates.first().parameters = QStringLiteral("cid={subid}");
        QVERIFY(!subIdMismatch(preset, link, own)); // in the path
        QVERIFY(!subIdMismatch(preset, QStringLiteral("https://a.example/?sub4={clickid}"), own));
        preset.offerLink.alternatives = {QStringLiteral("sub4")};
        QVERIFY(subIdMismatch(preset, QStringLiteral("https://a.example/?sub4=%7Bclickid%7D"), own));
    }

    void onlyMacrosOfAPresetThatIsSureAreVerified()
    {
        const PresetCatalogue presets;
        const NetworkPreset &known = *presets.find(QStringLiteral("everflow"));
        QVERIFY(areMacrosVerified(known, known));
        NetworkPreset own = known;
        own.postback.templates.first().parameters = QStringLiteral("cid={sub2}&payout={payout_amount}&x=1");
        own.postbackParameters = own.postback.templates.constFirst().parameters;
        QVERIFY(!areMacrosVerified(own, known));
        QVERIFY(!areMacrosVerified(generic(), generic()));
        const NetworkPreset &unsure = *presets.find(QStringLiteral("cpagrip"));
        QVERIFY(!areMacrosVerified(unsure, unsure));
        QCOMPARE(macroNames(QStringLiteral("cid=#S2#&p={{pay.out}}&x=%7Bsub1%7D&y=1")),
                 QStringList({QStringLiteral("S2"), QStringLiteral("pay.out"), QStringLiteral("sub1")}));
    }

    void aPresetWithoutATemplateIsTestedByItsOwnNames()
    {
        const QString text = templateOf(generic());
        QCOMPARE(
                text,
                QStringLiteral(
                        "clickid={clickid}&payout={payout}&currency={currency}&txid={txid}&status={status}"));
        NetworkPreset other = generic();
        other.postbackParameters = QStringLiteral("c=#s2#");
        QCOMPARE(templateOf(other), QStringLiteral("c=#s2#"));
    }

    void theSampleIsWrittenAsTheNetworkWrites()
    {
        AffiliateNetwork network;
        network.defaultCurrency = *Currency::fromCode(u"EUR");
        NetworkPreset preset = generic();
        QCOMPARE(sampleFor("m5gc77g00n5y4y0vr934", preset, network).payout, QByteArray("12.34"));
        QCOMPARE(sampleFor("m5gc77g00n5y4y0vr934", preset, network).currency, QByteArray("EUR"));
        QCOMPARE(sampleFor("m5gc77g00n5y4y0vr934", preset, network).status, QByteArray("approved"));
        preset.decimalMark = DecimalMark::Comma;
        network.decimalMark = DecimalMark::Point; // a mistake that the test has to find
        QCOMPARE(sampleFor("m5gc77g00n5y4y0vr934", preset, network).payout, QByteArray("12,34"));
        preset.statusWords = {{QStringLiteral("won"), ConversionStatus::Approved},
                              {QStringLiteral("done"), ConversionStatus::Approved}};
        QCOMPARE(sampleFor("m5gc77g00n5y4y0vr934", preset, network).status, QByteArray("done"));
    }

    void aPostbackIsJudgedStepByStep_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<PostbackOutcome>("outcome");
        QTest::addColumn<PostbackCause>("cause");
        QTest::addColumn<QString>("states"); // click, payout, status, duplicate
        QTest::addColumn<QString>("causes");
        QTest::addColumn<QString>("repairs");
        const auto row = [](const char *query, PostbackOutcome outcome, PostbackCause cause,
                            const char *states, const char *causes, const char *repairs = "") {
            QTest::newRow(query) << QByteArray(query) << outcome << cause << QString::fromLatin1(states)
                                 << QString::fromLatin1(causes) << QString::fromLatin1(repairs);
        };
        using Outcome = PostbackOutcome;
        using Cause = PostbackCause;
        row("clickid=ID&payout=9.50&status=approved", Outcome::Matched, Cause::TestClick, "pppp", "");
        row("clickid=ID&payout=9.50", Outcome::Matched, Cause::TestClick, "pppp", "");
        row("clickid=ID&payout=1,234&status=approved", Outcome::NotUnderstood, Cause::AmbiguousAmount, "pfps",
            "ambiguous_amount", "read_decimal_comma read_decimal_point");
        row("clickid=ID&payout=lots", Outcome::NotUnderstood, Cause::BadAmount, "pfps", "bad_amount");
        row("clickid=ID&payout=1&currency=ZZZ", Outcome::NotUnderstood, Cause::UnknownCurrency, "pfps",
            "unknown_currency");
        row("clickid=ID&payout=1&status=confirmed_by_shop", Outcome::NotUnderstood, Cause::UnknownStatus,
            "ppfs", "unknown_status", "map_status_word:confirmed_by_shop=approved");
        row("clickid=ID&payout=1&status={status}", Outcome::NotUnderstood, Cause::UnknownStatus, "ppfs",
            "unknown_status", "");
        row("clickid=ID&payout=1,234&status=zzz", Outcome::NotUnderstood, Cause::UnknownStatus, "pffs",
            "ambiguous_amount unknown_status", "read_decimal_comma read_decimal_point map_status_word:zzz=");
        row("clickid=ID&status=approved", Outcome::Matched, Cause::TestClick, "pfpp", "payout_missing");
        row("clickid=ID&payout=1", Outcome::Repeated, Cause::TestClick, "pppf", "duplicate");
        row("clickid={aff_sub}&payout=1", Outcome::Unmatched, Cause::LiteralToken, "fpps", "literal_token");
        row("payout=1", Outcome::NotUnderstood, Cause::NoClickId, "fpps", "no_click_id");
        row("clickid=OTHER&payout=1", Outcome::Matched, Cause::None, "fppp", "other_click");
        row("clickid=ID&payout=-5", Outcome::NotUnderstood, Cause::BadAmount, "pfps", "bad_amount", "");
        row("clickid=ID&payout=-5&status=storno", Outcome::NotUnderstood, Cause::UnknownStatus, "pffs",
            "bad_amount unknown_status", "map_status_word:storno=");
        row("clickid=ID&payout=-5&status=refunded", Outcome::Matched, Cause::None, "pppp", "");
        row("clickid=ID&payout=1,5", Outcome::Refused, Cause::SenderNotAllowed, "spps", "");
    }

    void aPostbackIsJudgedStepByStep()
    {
        QFETCH(QByteArray, query);
        QFETCH(PostbackOutcome, outcome);
        QFETCH(PostbackCause, cause);
        QFETCH(QString, states);
        QFETCH(QString, causes);
        QFETCH(QString, repairs);
        AffiliateNetwork network;
        network.id = {4};
        PostbackRow row;
        row.method = "GET";
        row.query = query;
        row.outcome = outcome;
        row.cause = cause;
        row.causeDetail = QStringLiteral("{aff_sub}");
        row.match = MatchKind::Exact;
        row.clickId = query.contains("ID") && !query.contains("OTHER") ? QStringLiteral("ID")
                                                                       : QStringLiteral("OTHER");
        const auto steps = verdictOf(row, 0, QStringLiteral("ID"), generic(), network);
        QString foundStates;
        QStringList foundCauses;
        QStringList foundRepairs;
        for (const ChainStep &step : steps) {
            foundStates += stepStateWord(step.state).front();
            QVERIFY(!step.sentence.isEmpty());
            if (!step.cause.isEmpty())
                foundCauses << step.cause;
            for (const Repair &repair : step.repairs) {
                QString word = repairWord(repair);
                if (const auto *map = std::get_if<MapStatusWord>(&repair))
                    word += u':' + map->word + u'='
                            + (map->suggested ? QString(statusWord(*map->suggested)) : QString());
                foundRepairs << word;
            }
        }
        QCOMPARE(foundStates, states);
        QCOMPARE(foundCauses.join(u' '), causes);
        QCOMPARE(foundRepairs.join(u' '), repairs);
    }

    void amountsAreMendedByTheMarkThatReadsThem()
    {
        AffiliateNetwork network;
        network.id = {2};
        network.decimalMark = DecimalMark::Point;
        const QList<Repair> comma{ReadDecimalComma{{2}}};
        QCOMPARE(amountRepairs(QStringLiteral("33,80"), network), comma);
        QCOMPARE(repaired(network, comma[0])->decimalMark, DecimalMark::Comma);
        AffiliateNetwork other = network;
        other.id = {3};
        QVERIFY(!repaired(other, comma[0]));
        network.decimalMark = DecimalMark::Comma;
        QCOMPARE(amountRepairs(QStringLiteral("33.80"), network), QList<Repair>{ReadDecimalPoint{{2}}});
        QCOMPARE(amountRepairs(QStringLiteral("{payout}"), network), QList<Repair>());
        network.decimalMark = DecimalMark::Auto;
        for (const char *unhelped : {"-5", "-1,234", "(3.50)", "12.50"})
            QCOMPARE(amountRepairs(QString::fromLatin1(unhelped), network), QList<Repair>());
    }

    void aClickIdUnderAnotherNameIsMendedByReadingItThere()
    {
        AffiliateNetwork network;
        network.id = {2};
        PostbackRow row;
        row.method = "GET";
        row.query = "xyz=m5gc77g00n5y4y0vr933&payout=1";
        row.outcome = PostbackOutcome::NotUnderstood;
        row.cause = PostbackCause::ClickIdElsewhere;
        row.causeDetail = QStringLiteral("xyz");
        const auto step
                = verdictOf(row, 0, QStringLiteral("m5gc77g00n5y4y0vr933"), generic(), network).first();
        QCOMPARE(step.cause, QStringLiteral("click_id_elsewhere"));
        QCOMPARE(step.repairs.size(), 1);
        QCOMPARE(QString(repairWord(step.repairs.first())), QStringLiteral("read_click_id_from"));
        QCOMPARE(repairValue(step.repairs.first()), QStringLiteral("xyz"));
        const AffiliateNetwork mended = *repaired(network, step.repairs.first());
        const QStringList names = mended.mapping.fields.value(FieldMeaning::ClickId);
        QCOMPARE(names.first(), QStringLiteral("xyz"));
        QVERIFY(names.contains(QStringLiteral("clickid")) && !QStringList(names).removeDuplicates());
        const NetworkPreset preset = effectivePreset(mended, PresetCatalogue());
        QCOMPARE(judgedUnder(row, preset, mended).clickId, QStringLiteral("m5gc77g00n5y4y0vr933"));
        AffiliateNetwork other = network;
        other.id = {3};
        QVERIFY(!repaired(other, step.repairs.first()));
    }

private:
    static const NetworkPreset &generic()
    {
        static const PresetCatalogue presets;
        return *presets.find(QStringLiteral("generic"));
    }
    static SampleConversion sample() { return {"ID", "12,34", "EUR", "T1", "approved", "sale"}; }
};

QTEST_GUILESS_MAIN(tst_SimulatedPostback)
#include "tst_simulatedpostback.moc"
