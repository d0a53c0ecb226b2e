// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/clickidslotcheck.h"
#include "networks/effectivepreset.h"
#include "networks/newnetwork.h"
#include "networks/offerlinkrecognition.h"
#include "networks/postbackurls.h"
#include "networks/presetcatalogue.h"
#include "networks/presetid.h"

#include <QTest>

using namespace Matchbook;

namespace {

const PresetCatalogue &catalogue()
{
    static const PresetCatalogue presets;
    return presets;
}

const NetworkPreset &preset(const char *id)
{
    return *catalogue().find(QString::fromLatin1(id));
}

QString receiver()
{
    return QStringLiteral("https://trk.example.net/postback/KEY");
}

} // namespace

class tst_NetworkSetup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theUrlHoldsTheMacrosExactlyAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QString>("query");
        const auto row = [](const char *id, const char *query) {
            QTest::newRow(id) << QByteArray(id) << QString::fromUtf8(query);
        };
        row("cake", "cid=#s2#&payout=#price#&txid=#leadid#&offer=#oid#");
        row("maxbounty", "cid=#S2#&payout=#RATE#&txid=#CONVERSION_ID#&offer=#OFFID#");
        row("addiliate", "cid=%add1%&payout=%amount%&txid=%txid%");
        row("mylead",
            "cid=[ml_sub1]&payout=[payout_decimal]&cur=[currency]&txid=[transaction_id]&status=[status]");
        row("linktrust",
            "cid=[=AffiliateReferenceID=]&payout=[=AffiliateCommission=]&txid=[=_TransID=]&offer=[=CID=]");
        row("mobidea", "cid={{EXTERNAL_ID}}&payout={{MONEY}}");
        row("adsterra_cpa", "cid=##S2S##&payout=##PAYOUT##");
        row("luckyonline", "cid={get.subid}&payout={amount}&cur={currency}&status={status}");
    }
    void theUrlHoldsTheMacrosExactlyAsTheyAre()
    {
        QFETCH(QByteArray, id);
        QFETCH(QString, query);
        const auto urls = postbackUrls(receiver(), preset(id.constData()));
        QCOMPARE(urls.size(), 1);
        QCOMPARE(urls.first().url, receiver() + u'?' + query);
        QCOMPARE(firstPostbackUrl(receiver(), preset(id.constData())), urls.first().url);
    }

    void aNetworkWithoutAStatusMacroHasOneUrlPerStatus()
    {
        const auto urls = postbackUrls(receiver(), preset("buygoods"));
        QCOMPARE(urls.size(), 2);
        QVERIFY(!urls.first().status);
        QCOMPARE(urls.last().status, std::optional(ConversionStatus::Refunded));
        QVERIFY(urls.last().url.contains(QStringLiteral("status=refund")));
    }

    void aUrlPerStatusIsMadeWhereNoMacroTellsIt_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("query"); // of the second; empty: there are none
        const auto row = [](const char *id, const char *query) {
            QTest::newRow(id) << QString::fromLatin1(id) << QString::fromUtf8(query);
        };
        row("cake", "status=pending&cid=#s2#&payout=#price#&txid=#leadid#&offer=#oid#");
        row("maxbounty", "status=pending&cid=#S2#&payout=#RATE#&txid=#CONVERSION_ID#&offer=#OFFID#");
        row("clickdealer", "status=pending&cid=#s2#&payout=#price#&txid=#leadid#&offer=#oid#");
        row("mylead", "");
        row("buygoods", "");
        row("posh", "");
        row("generic", "");
        row("goldengoose", "");
        row("cj", "");
    }
    void aUrlPerStatusIsMadeWhereNoMacroTellsIt()
    {
        QFETCH(QString, id);
        QFETCH(QString, query);
        const auto urls = statusUrls(receiver(), preset(id.toLatin1().constData()));
        QCOMPARE(urls.size(), query.isEmpty() ? 0 : 5);
        if (!urls.isEmpty()) {
            QCOMPARE(urls.at(1).url, receiver() + u'?' + query);
            QCOMPARE(urls.at(1).status, std::optional(ConversionStatus::Pending));
        }
    }

    void aUrlPerStatusFollowsWhatThePersonHasPutIn()
    {
        AffiliateNetwork network;
        network.preset = QStringLiteral("goldengoose");
        network.mapping.url.setQuery(0, QStringLiteral("clickid={x}&a=<a>"));
        const auto urls = statusUrls(receiver(), effectivePreset(network, catalogue()));
        QCOMPARE(urls.size(), 5);
        QCOMPARE(urls.last().url, receiver() + QStringLiteral("?status=charged_back&clickid={x}&a=<a>"));
        QCOMPARE(urls.last().missing, QStringList(QStringLiteral("a")));
        network.mapping.url.setQuery(0, QStringLiteral("clickid={x}&status={s}"));
        QVERIFY(statusUrls(receiver(), effectivePreset(network, catalogue())).isEmpty());
    }

    void aNewNetworkReportsInItsPresetsZone()
    {
        QCOMPARE(newNetwork(preset("indoleads"))->reportZone, QStringLiteral("UTC+08:00"));
        QCOMPARE(newNetwork(preset("generic"))->reportZone, QString());
    }

    void aNewPresetGetsAnIdThatIsFree_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        QTest::newRow("plain") << QStringLiteral("My Network") << QStringLiteral("my-network");
        QTest::newRow("taken") << QStringLiteral("MaxBounty") << QStringLiteral("maxbounty-2");
        QTest::newRow("odd") << QStringLiteral("  Çok (iyi)!! ") << QStringLiteral("ok-iyi");
        QTest::newRow("nothing plain") << QStringLiteral("日本") << QStringLiteral("network");
    }
    void aNewPresetGetsAnIdThatIsFree()
    {
        QFETCH(QString, name);
        QFETCH(QString, id);
        QCOMPARE(freePresetId(name, catalogue()), id);
    }

    void unknownMacrosLeaveTheUrlAlone()
    {
        QCOMPARE(firstPostbackUrl(receiver(), preset("goldengoose")), receiver());
        QCOMPARE(firstPostbackUrl(receiver(), preset("generic")), receiver());
        QVERIFY(postbackUrls(receiver(), preset("cj")).isEmpty());
        QCOMPARE(firstPostbackUrl(receiver(), preset("cj")), receiver());
    }

    void constantsOfTheAccountAreAskedForByName()
    {
        NetworkPreset own;
        own.postback.templates = {{QStringLiteral("cid={x}&aid=<aid>&pid=<pid>&again=<aid>"), {}, {}}};
        const auto asked = postbackUrls(receiver(), own);
        QCOMPARE(asked.first().missing, QStringList({QStringLiteral("aid"), QStringLiteral("pid")}));
        const auto ready = postbackUrls(receiver(), own,
                                        {{QStringLiteral("aid"), QStringLiteral(" 7 & 8 ")},
                                         {QStringLiteral("pid"), QStringLiteral("<9>")}});
        QVERIFY(ready.first().missing.isEmpty());
        QCOMPARE(ready.first().url,
                 receiver() + QStringLiteral("?cid={x}&aid=7%20%26%208&pid=%3C9%3E&again=7%20%26%208"));
    }

    void whatThePersonHasPutIntoAUrlStaysInIt_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QStringList>("queries");
        QTest::addColumn<QStringList>("urls"); // their queries
        const auto row = [](const char *preset, const QStringList &queries, const QStringList &urls) {
            QTest::addRow("%s %s", preset, qPrintable(queries.join(u' ')))
                    << QString::fromLatin1(preset) << queries << urls;
        };
        const QString first = preset("buygoods").postback.templates.first().parameters;
        const QString last = preset("buygoods").postback.templates.last().parameters;
        row("maxbounty", {QStringLiteral("cid=#S2#&p=<p>")}, {QStringLiteral("?cid=#S2#&p=a%20b")});
        row("generic", {QStringLiteral("cid={x}")}, {QStringLiteral("?cid={x}")});
        row("generic", {}, {QString()});
        row("generic", {QString(), QStringLiteral("cid={x}")}, {QString()});
        row("buygoods", {}, {u'?' + first, u'?' + last});
        row("buygoods", {QString(), QStringLiteral("cid={S}")}, {u'?' + first, QStringLiteral("?cid={S}")});
        row("buygoods", {QStringLiteral("cid={S}"), QString(), QStringLiteral("cid={T}")},
            {QStringLiteral("?cid={S}"), u'?' + last});
    }
    void whatThePersonHasPutIntoAUrlStaysInIt()
    {
        QFETCH(QString, preset);
        QFETCH(QStringList, queries);
        QFETCH(QStringList, urls);
        AffiliateNetwork network;
        network.preset = preset;
        for (qsizetype i = 0; i < queries.size(); ++i)
            network.mapping.url.setQuery(i, queries.at(i));
        network.mapping.url.constants.insert(QStringLiteral("p"), QStringLiteral("a b"));
        const NetworkPreset effective = effectivePreset(network, catalogue());
        QStringList ready;
        for (const ReadyPostbackUrl &one : postbackUrls(receiver(), effective))
            ready << one.url.mid(receiver().size());
        QCOMPARE(ready, urls);
        QCOMPARE(effective.postbackParameters, urls.first().mid(1));
    }

    void whatIsNoNameIsNoConstant()
    {
        QCOMPARE(constantsIn(QStringLiteral("a<b&c=<1>&d=<>&e=<a/b>&f=<event id>")),
                 QStringList({QStringLiteral("1"), QStringLiteral("event id")}));
        QCOMPARE(withConstants(QStringLiteral("x<"), {}), QStringLiteral("x<"));
    }

    void aSlotSaysWhetherItCarriesTheClickId_data()
    {
        using Verdict = SlotCheck::Verdict;
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<int>("verdict");
        const auto row = [](const char *id, const char *parameter, Verdict verdict) {
            QTest::addRow("%s %s", id, parameter)
                    << QByteArray(id) << QString::fromLatin1(parameter) << int(verdict);
        };
        row("clickbank", "", Verdict::Fits);
        row("clickbank", "tid", Verdict::Fits);
        row("clickbank", "aff_sub1", Verdict::NoLimitKnown);
        row("cake", "", Verdict::Fits);
        row("yepads", "S1", Verdict::Fits);
        row("jvzoo", "", Verdict::Fits);
        row("zeydoo", "var", Verdict::Fits);
        row("linktrust", "SID", Verdict::Fits);
        row("tune", "", Verdict::NoLimitKnown);
        row("actionpay", "", Verdict::NoLimitKnown);
        row("performcb", "", Verdict::NoParameter);
    }
    void aSlotSaysWhetherItCarriesTheClickId()
    {
        QFETCH(QByteArray, id);
        QFETCH(QString, parameter);
        QFETCH(int, verdict);
        const SlotCheck check = checkClickIdSlot(preset(id.constData()), parameter);
        QCOMPARE(int(check.verdict), verdict);
        QVERIFY(check.sentence.endsWith(u'.'));
        QCOMPARE(check.carries(), check.verdict != SlotCheck::Verdict::NoParameter);
    }

    void aSlotThatIsTooNarrowNamesAnother()
    {
        NetworkPreset own;
        own.subIdParameter = QStringLiteral("s1");
        own.offerLink.alternatives = {QStringLiteral("s2"), QStringLiteral("s3")};
        own.offerLink.slotLimits
                = {{QStringLiteral("s1"), 16, {}, {}}, {QStringLiteral("s2"), 64, QStringLiteral("0-9"), {}}};
        const SlotCheck shortOne = checkClickIdSlot(own);
        QCOMPARE(shortOne.verdict, SlotCheck::Verdict::TooShort);
        QVERIFY(!shortOne.carries());
        QVERIFY2(shortOne.sentence.contains(QStringLiteral("16")), qPrintable(shortOne.sentence));
        QVERIFY2(shortOne.sentence.contains(QStringLiteral("s3")), qPrintable(shortOne.sentence));
        const SlotCheck digits = checkClickIdSlot(own, QStringLiteral("s2"));
        QCOMPARE(digits.verdict, SlotCheck::Verdict::WrongCharacters);
        own.offerLink.slotLimits[1].alphabet = QStringLiteral("A-Z0-9");
        QCOMPARE(checkClickIdSlot(own, QStringLiteral("s2")).verdict, SlotCheck::Verdict::WrongCharacters);
        own.offerLink.slotLimits[1].alphabet = QStringLiteral("0-9a-z");
        QCOMPARE(checkClickIdSlot(own, QStringLiteral("s2")).verdict, SlotCheck::Verdict::Fits);
    }

    void anOfferLinkIsRecognised_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("confidence");
        const auto row = [](const char *link, const char *id, const char *confidence) {
            QTest::newRow(link) << QString::fromLatin1(link) << QString::fromLatin1(id)
                                << QString::fromLatin1(confidence);
        };
        row("https://hop.clickbank.net/?affiliate=a&vendor=v", "clickbank", "confirmed");
        row("https://0a1b.HOP.clickbank.net:443/?tid=x", "clickbank", "confirmed");
        row("https://www.digistore24.com/redir/1234/me/", "digistore24", "confirmed");
        row("http://t.acme.example/aff_c?offer_id=5&aff_id=7&aff_sub={clickid}", "tune", "confirmed");
        row("https://acme.example/click?pid=12&offer_id=3", "affise", "confirmed");
        row("https://a.example/click.track?CID=1&AFID=2", "linktrust", "confirmed");
        row("https://a.example/rd/track.aspx?cid=1&afid=2", "linktrust", "confirmed");
        row("https://warriorplus.com/o2/a/abc/0", "warriorplus", "single");
        row("https://a.example/?a=1&c=2&s1=", "cake", "unsure");
        row("https://a.example/go?ml_sub1=[x]", "mylead", "unsure");
        row("https://a.example/?ymid=#s2#", "zeydoo", "unsure");
        row("https://go.surflink.io/ABC/DEF/?sub1={clickid}", "everflow", "single");
        row("https://click.guruleads.ru/abc", "affise", "single");
        row("https://t.mtraf.io/x", "scaleo", "single");
        row("https://afflat3e1.com/ABC/DEF/?sub1={clickid}", "affise", "unsure");
        row("https://t.example/?p1=x", "trackier", "unsure");
        row("https://t.example/?aff_click_id=x", "scaleo", "unsure");
        row("https://www.maxbounty.com/lnk.asp?o=1&c=2&a=3", "maxbounty", "unsure");
        row("https://www.amazon.com/dp/B000?tag=me-20", "amazon", "unsure");
        row("https://www.amazon.com/dp/B000", "", "");
        row("https://shop.example/?aff_id=1&subid=x", "buygoods", "unsure");
        row("https://nothopclickbank.net/?affiliate=a", "", "");
        row("https://a.example/?clickid=1&subid=2", "", "");
        row("https://a.example/?utm_medium=mail", "", "");
        row("https://a.example/aff_c?offer_id=5", "", "");
        row("", "", "");
        row("not a link", "", "");
    }
    void anOfferLinkIsRecognised()
    {
        QFETCH(QString, link);
        QFETCH(QString, id);
        QFETCH(QString, confidence);
        const auto candidates = recogniseOfferLink(link, catalogue().all());
        QCOMPARE(candidates.value(0).presetId, id);
        QCOMPARE(candidates.value(0).confidence, confidence);
        if (!id.isEmpty())
            QVERIFY(candidates.first().why.endsWith(u'.'));
        // A platform stands for its networks: their link cannot tell them apart.
        for (const RecognisedPreset &one : candidates)
            QVERIFY(catalogue().find(one.presetId)->extends.isEmpty());
    }

    void everyPlatformWithTheParameterIsACandidate()
    {
        QStringList ids;
        for (const RecognisedPreset &one :
             recogniseOfferLink(QStringLiteral("https://t.example/A/B/?sub1=x"), catalogue().all()))
            ids << one.presetId;
        QCOMPARE(ids, QStringList({QStringLiteral("affise"), QStringLiteral("everflow")}));
    }

    void aNewNetworkBeginsWithWhatItsPresetKnows()
    {
        NetworkPreset own = preset("toro");
        own.repeatPolicy = RepeatPolicy::AddAmounts;
        own.defaultCurrency = *Currency::fromCode(u"EUR");
        own.defaultStatus = ConversionStatus::Pending;
        const auto network = newNetwork(own);
        QVERIFY(network);
        QCOMPARE(network->preset, QStringLiteral("toro"));
        QCOMPARE(network->name, QStringLiteral("Toro Advertising"));
        QCOMPARE(network->decimalMark, DecimalMark::Point);
        QCOMPARE(network->repeatPolicy, RepeatPolicy::AddAmounts);
        QCOMPARE(network->defaultCurrency.code(), QStringLiteral("EUR"));
        QCOMPARE(network->defaultStatus, ConversionStatus::Pending);
    }

    void whoTellsByReportOnlyCanBeAddedToo()
    {
        for (const char *id : {"cj", "amazon"})
            QVERIFY(newNetwork(preset(id)));
    }

    void whoIsClosedIsRefusedWithAdvice()
    {
        const auto network = newNetwork(preset("shareasale"));
        QVERIFY(!network);
        QCOMPARE(network.error().kind, Failure::Kind::BadUsage);
        QVERIFY(!network.error().detail.isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_NetworkSetup)
#include "tst_networksetup.moc"
