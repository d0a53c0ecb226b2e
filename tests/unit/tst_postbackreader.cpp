// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/effectivepreset.h"
#include "networks/postbackfields.h"
#include "networks/postbackreader.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Matchbook;

namespace {

const char id[] = "m5gc77g00n5y4y0vr933";

PostbackReading read(const QByteArray &query, const QByteArray &body = {},
                     const AffiliateNetwork &network = {})
{
    static const PresetCatalogue catalogue;
    ReceivedRequest request;
    request.method = body.isEmpty() ? "GET" : "POST";
    request.query = query;
    request.body = body;
    return readPostback(request, effectivePreset(network, catalogue), network);
}

QByteArray withId(QByteArray text)
{
    return text.replace("ID", id);
}

/// The reading in one line, so that a table can hold what is expected.
QString summary(const PostbackReading &reading)
{
    QStringList parts{QString::fromUtf8(reading.clickIdText), reading.transactionId, reading.event};
    parts << (reading.status ? QString(statusWord(*reading.status)) : QStringLiteral("-"));
    parts << (reading.payoutMicros ? microsToDecimal(*reading.payoutMicros) : QStringLiteral("-"));
    parts << (reading.currency ? reading.currency->code() : QStringLiteral("-"));
    if (reading.problem != PostbackCause::None)
        parts << QString(causeWord(reading.problem)) << reading.problemDetail;
    return parts.join(u'|');
}

} // namespace

class tst_PostbackReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void queriesAreRead_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("reading");
        const auto row = [](const char *query, const char *reading) {
            QTest::newRow(query) << withId(query) << withId(reading);
        };
        row("", "||sale|-|-|-");
        row("clickid=ID&payout=12.50&currency=EUR&txid=T1&status=approved&event=Upsell",
            "ID|T1|upsell|approved|12.50|EUR");

        // Every usual name, in any case.
        for (const char *name : {"clickid", "click_id", "cid", "subid", "sub_id", "aff_sub", "s1", "s2",
                                 "sub1", "c1", "hit", "clickref", "CID", "ClickId"})
            QTest::newRow(name) << QByteArray(QByteArray(name) + '=' + id) << withId("ID||sale|-|-|-");
        for (const char *name :
             {"payout", "revenue", "amount", "sum", "rev", "commission", "price", "rate", "PAYOUT"})
            QTest::newRow(name) << withId("cid=ID&" + QByteArray(name) + "=7") << withId("ID||sale|-|7.00|-");
        for (const char *name : {"txid", "tid", "tx", "transaction_id", "transactionid", "order_id",
                                 "orderid", "oid", "invoiceid", "invoiceId", "rdtk_event_id"})
            QTest::newRow(name) << withId("cid=ID&" + QByteArray(name) + "=T9") << withId("ID|T9|sale|-|-|-");
        for (const char *name : {"status", "state"})
            QTest::newRow(name) << withId("cid=ID&" + QByteArray(name) + "=hold")
                                << withId("ID||sale|pending|-|-");
        for (const char *name : {"event", "et", "cet", "type", "goal"})
            QTest::newRow(name) << withId("cid=ID&" + QByteArray(name) + "=rebill")
                                << withId("ID||rebill|-|-|-");
        for (const char *name : {"currency", "cur", "ccy"})
            QTest::newRow(name) << withId("cid=ID&payout=7&" + QByteArray(name) + "=eur")
                                << withId("ID||sale|-|7.00|EUR");

        // Several that could be the click ID.
        row("subid=other&clickid=ID", "ID||sale|-|-|-");
        row("clickid=&cid=%20&subid=ID", "ID||sale|-|-|-");
        row("clickid=%7Bclickid%7D&s1=ID", "ID||sale|-|-|-");
        row("clickid={clickid}&s1=other", "{clickid}||sale|-|-|-");
        row("clickid=0&sub1=ID", "ID||sale|-|-|-");
        row("clickid=null&clickid=ID", "ID||sale|-|-|-");
        row("clickid=other&clickid=ID", "ID||sale|-|-|-");
        row("cid=QXJ4Zm9yZWlnbg&subid=ID", "ID||sale|-|-|-");
        row("cid=QXJ4Zm9yZWlnbg&tid=ID", "ID||sale|-|-|-");
        row("cid=QXJ4Zm9yZWlnbg&subid=m5gc77g00n5y4y0v", "m5gc77g00n5y4y0v||sale|-|-|-");
        row("cid=first&subid=second", "first||sale|-|-|-");
        row("subid={subacc4}", "{subacc4}||sale|-|-|-");
        row("subid=%257Bsubacc4%257D", "%7Bsubacc4%7D||sale|-|-|-");

        // tid
        row("tid=ID", "ID||sale|-|-|-");
        row("tid=M5GC77G00N5Y4Y0VR933%20", "M5GC77G00N5Y4Y0VR933 ||sale|-|-|-");
        row("tid=ID&order_id=T1", "ID|T1|sale|-|-|-");
        row("cid=ID&tid=ID", "ID|ID|sale|-|-|-");
        row("tid=12345", "|12345|sale|-|-|-");
        row("cid={aff_sub}&tid=ID", "ID||sale|-|-|-");

        // Transaction IDs that are none.
        row("cid=ID&txid=", "ID||sale|-|-|-");
        row("cid=ID&txid={transaction_id}", "ID||sale|-|-|-");
        row("cid=ID&txid={t}&order_id=A%20B", "ID|A B|sale|-|-|-");
        row("cid=ID&txid=0", "ID||sale|-|-|-");
        row("cid=ID&txid=null", "ID||sale|-|-|-");
        row("cid=ID&txid=+T1+", "ID|T1|sale|-|-|-");

        // Duplicates, second question marks, leftovers of HTML.
        row("cid=ID&payout=&payout=5&payout=6", "ID||sale|-|5.00|-");
        row("?cid=ID&payout=5", "ID||sale|-|5.00|-");
        row("x=1&?cid=ID", "ID||sale|-|-|-");
        row("cid=ID&amp;payout=5", "ID||sale|-|5.00|-");

        // Statuses.
        row("cid=ID&status=APPROVED", "ID||sale|approved|-|-");
        row("cid=ID&status=%20Approved%20", "ID||sale|approved|-|-");
        row("cid=ID&status=", "ID||sale|-|-|-");
        row("cid=ID&status=accepted", "ID||sale|-|-|-|unknown_status|accepted");
        row("cid=ID&status=1", "ID||sale|-|-|-|unknown_status|1");
        row("cid=ID&status={status}", "ID||sale|-|-|-|unknown_status|{status}");
        row("cid=ID&status=test", "ID||sale|test|-|-");
        row("cid=ID&event={event}", "ID||sale|-|-|-");
        row("cid=ID&event=refund", "ID||sale|refunded|-|-");
        row("cid=ID&event=RFND&status=refunded", "ID||sale|refunded|-|-");
        row("cid=ID&type=chargeback", "ID||sale|charged_back|-|-");
        row("cid=ID&type=lead", "ID||lead|-|-|-");
        row("cid=ID&type=test", "ID||sale|test|-|-");

        // Amounts.
        row("cid=ID&payout=", "ID||sale|-|-|-");
        row("cid=ID&payout=0", "ID||sale|-|0.00|-");
        row("cid=ID&payout={payout}", "ID||sale|-|-|-|bad_amount|{payout}");
        row("cid=ID&payout=1,234.50", "ID||sale|-|1234.50|-");
        row("cid=ID&payout=1.234,50", "ID||sale|-|1234.50|-");
        row("cid=ID&payout=1,234", "ID||sale|-|-|-|ambiguous_amount|1,234");
        row("cid=ID&payout=$12", "ID||sale|-|12.00|USD");
        row("cid=ID&payout=%2412", "ID||sale|-|12.00|USD");
        row("cid=ID&payout=$12&cur=CAD", "ID||sale|-|12.00|CAD");
        row("cid=ID&payout=$12&cur=EUR", "ID||sale|-|12.00|EUR|unknown_currency|$12 EUR");
        row("cid=ID&payout=12+EUR", "ID||sale|-|12.00|EUR");
        row("cid=ID&payout=12+EUR&cur=EUR", "ID||sale|-|12.00|EUR");
        row("cid=ID&payout=12+EUR&cur=USD", "ID||sale|-|12.00|USD|unknown_currency|12 EUR USD");
        row("cid=ID&payout=12&cur=ZZZ", "ID||sale|-|12.00|-|unknown_currency|ZZZ");
        row("cid=ID&payout=12&cur={currency}", "ID||sale|-|12.00|-");
        row("cid=ID&payout=12&cur=", "ID||sale|-|12.00|-");
        row("cid=ID&cur=ZZZ", "ID||sale|-|-|-");
        row("cid=ID&payout=-3", "ID||sale|-|-|-|bad_amount|-3");
        row("cid=ID&payout=-3&status=approved", "ID||sale|approved|-|-|bad_amount|-3");
        row("cid=ID&payout=-3&status=refund", "ID||sale|refunded|3.00|-");
        row("cid=ID&payout=(3)&status=cgbk", "ID||sale|charged_back|3.00|-");
        row("cid=ID&payout=-3&status=odd", "ID||sale|-|-|-|unknown_status|odd");
        row("cid=ID&payout=1.2345675", "ID||sale|-|1.234568|-");
    }
    void queriesAreRead()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, reading);
        QCOMPARE(summary(read(query)), QString::fromUtf8(reading));
    }

    void bodiesAreReadAfterTheQuery_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("reading");
        const auto row
                = [](const char *name, const char *query, const QByteArray &body, const char *reading) {
                      QTest::newRow(name) << withId(query) << withId(body) << withId(reading);
                  };
        row("form", "", "cid=ID&payout=12%2C5", "ID||sale|-|12.50|-");
        row("the query wins", "payout=5", "cid=ID&payout=6", "ID||sale|-|5.00|-");
        row("an ID in the body beats a token in the query", "cid={x}", "cid=ID", "ID||sale|-|-|-");
        row("JSON", "", R"( {"cid": "ID", "payout": 12.5, "currency": "EUR", "txid": 1234567890123456789})",
            "ID|1234567890123456789|sale|-|12.50|EUR");
        row("a JSON number has a decimal point", "", R"({"cid": "ID", "payout": 1.234})",
            "ID||sale|-|1.234|-");
        row("a JSON text may be ambiguous", "", R"({"cid": "ID", "payout": "1.234"})",
            "ID||sale|-|-|-|ambiguous_amount|1.234");
        row("JSON null is not sent", "", R"({"cid": "ID", "payout": null, "txid": [1], "status": {}})",
            "ID||sale|-|-|-");
        row("JSON inside JSON", "", R"({"a": {"CID": "ID"}, "b": [{"payout": 7}], "currency": "EUR"})",
            "||sale|-|-|EUR");
        row("JSON with a huge number", "", R"({"cid": "ID", "payout": 1e300})",
            "ID||sale|-|-|-|bad_amount|1"
            "000000000000000000000000000000000000000");
        row("broken JSON is read as a form", "", "{\"cid\": \"ID\"", "||sale|-|-|-");
        row("JSON array", "cid=ID", "[1]", "ID||sale|-|-|-");
    }
    void bodiesAreReadAfterTheQuery()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, reading);
        const QString text = summary(read(query, body));
        QVERIFY2(text.startsWith(QString::fromUtf8(reading)), qPrintable(text));
    }

    void theNetworksOwnSettingsCount()
    {
        AffiliateNetwork network;
        network.decimalMark = DecimalMark::Comma;
        network.defaultCurrency = *Currency::fromCode(u"EUR");
        QCOMPARE(summary(read("cid=x&payout=1,234", {}, network)), QStringLiteral("x||sale|-|1.234|-"));
        QCOMPARE(summary(read("cid=x&payout=$5", {}, network)),
                 QStringLiteral("x||sale|-|5.00|-|unknown_currency|$5"));
        network.defaultCurrency = *Currency::fromCode(u"AUD");
        QCOMPARE(summary(read("cid=x&payout=$5", {}, network)), QStringLiteral("x||sale|-|5.00|AUD"));
    }

    void theNetworksOwnMappingWinsOverItsPreset()
    {
        AffiliateNetwork network;
        network.mapping.fields[FieldMeaning::Payout] = {QStringLiteral("Commission"), QStringLiteral("fee")};
        network.mapping.fields[FieldMeaning::ClickId] = {QStringLiteral("ref")};
        network.mapping.statusWords.insert(QStringLiteral("approved"), ConversionStatus::Pending);
        network.mapping.statusWords.insert(QStringLiteral("bestätigt"), ConversionStatus::Approved);
        network.mapping.defaultEvent = QStringLiteral("lead");
        const auto told = [&](const QByteArray &query) { return summary(read(withId(query), {}, network)); };
        const auto expected = [](const char *text) { return QString::fromUtf8(withId(text)); };
        QCOMPARE(told("ref=ID&payout=90&commission=4"), expected("ID||lead|-|4.00|-"));
        QCOMPARE(told("ref=ID&payout=90&fee=3"), expected("ID||lead|-|3.00|-"));
        // In place of the preset's names: a price is no payout because the commission is missing.
        QCOMPARE(told("ref=ID&payout=90"), expected("ID||lead|-|-|-"));
        QCOMPARE(told("ref=ID&status=Approved"), expected("ID||lead|pending|-|-"));
        QCOMPARE(told("ref=ID&status=Best%C3%A4tigt&txid=T1"), expected("ID|T1|lead|approved|-|-"));
        QCOMPARE(told("ref=ID&status=rejected"), expected("ID||lead|rejected|-|-"));
    }

    void aClickIdThatIsNotFoundIsLookedForEverywhere_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("told"); // cause and detail, or the ID
        const auto row = [](const char *query, const char *told) {
            QTest::newRow(query) << withId(query) << QString::fromUtf8(withId(told));
        };
        row("clickid=ID&xyz=1", "ID");
        row("xyz=ID&payout=5", "click_id_elsewhere xyz");
        row("clickid=&xyz=ID", "click_id_elsewhere xyz");
        row("clickid=other&XYZ=ID", "click_id_elsewhere xyz");
        row("clickid={aff_sub}&txid=ID", "click_id_elsewhere txid");
        row("clickid=m5gc77g00n5y4y0v&xyz=ID", "click_id_elsewhere xyz");
        row("xyz=M5GC77G00N5Y4Y0VR933%20", "click_id_elsewhere xyz");
        row("cid=foreign&subid=ID&xyz=ID", "ID");
        row("url=https://shop.example/?clickid=ID", "no_click_id ");
        row("payout=5", "no_click_id ");
        row("cid=&payout=5&txid=T1", "no_click_id cid");
        row("cid=%20&payout=5", "no_click_id cid");
        row("cid=0", "no_click_id cid");
        row("cid=&subid=newsletter", "no_click_id cid");
        row("subid=newsletter&s2=", "foreign_click_id newsletter");
        row("cid=m5gc77g00n5y4y0v", "click_id_truncated 16");
    }
    void aClickIdThatIsNotFoundIsLookedForEverywhere()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, told);
        const RepairedClickId repaired = clickIdOf(read(query));
        QCOMPARE(repaired.id ? repaired.id->toString()
                             : QString(causeWord(repaired.cause)) + u' ' + repaired.detail,
                 told);
    }

    void membersInsideOthersAreNamedWithPoints_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArrayList>("names");
        QTest::newRow("object") << QByteArray(R"({"Tracking": {"ExtClId": "x", "n": 5}, "z": 1})")
                                << QByteArrayList{"tracking", "z", "tracking.extclid", "tracking.n"};
        QTest::newRow("list") << QByteArray(R"({"codes": ["a", {"b": "c"}, ["d"]]})")
                              << QByteArrayList{"codes",   "codes.0",   "codes.1",
                                                "codes.2", "codes.1.b", "codes.2.0"};
        QTest::newRow("too deep") << QByteArray(R"({"a":{"a":{"a":{"a":{"a":{"a":{"a":"x"}}}}}}})")
                                  << QByteArrayList{"a",       "a.a",       "a.a.a",
                                                    "a.a.a.a", "a.a.a.a.a", "a.a.a.a.a.a"};
    }
    void membersInsideOthersAreNamedWithPoints()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArrayList, names);
        ReceivedRequest request;
        request.body = body;
        QByteArrayList found;
        const PostbackFields fields(request);
        for (const PostbackFields::Field &field : fields.all())
            found.append(field.name);
        QCOMPARE(found, names);
    }

    void aLargeObjectDoesNotHideWhatStandsBesideIt()
    {
        QByteArray body = R"({"a":{)";
        for (int i = 0; i < 5000; ++i)
            body += "\"m" + QByteArray::number(i) + "\":1,";
        body += R"("last":1},"payout":5,"z":{"cid":"x"}})";
        ReceivedRequest request;
        request.body = body;
        const PostbackFields fields(request);
        QCOMPARE(fields.all().size(), 256);
        QVERIFY(fields.has(QStringLiteral("payout")));
    }

    void theUnitOfAnAmountIsThePresets_data()
    {
        QTest::addColumn<AmountUnit>("unit");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("reading");
        const auto row = [](const char *name, AmountUnit unit, const char *query, const char *reading) {
            QTest::newRow(name) << unit << withId(query) << withId(reading);
        };
        row("whole", AmountUnit::Whole, "cid=ID&payout=1000", "ID||sale|-|1000.00|-");
        row("cents", AmountUnit::Cents, "cid=ID&payout=1000", "ID||sale|-|10.00|-");
        row("a single cent", AmountUnit::Cents, "cid=ID&payout=1", "ID||sale|-|0.01|-");
        row("cents taken back", AmountUnit::Cents, "cid=ID&payout=-1000&status=refund",
            "ID||sale|refunded|10.00|-");
        row("no mark", AmountUnit::CentsWithoutMark, "cid=ID&payout=1000", "ID||sale|-|10.00|-");
        row("a point", AmountUnit::CentsWithoutMark, "cid=ID&payout=10.00", "ID||sale|-|10.00|-");
        row("a comma", AmountUnit::CentsWithoutMark, "cid=ID&payout=10,00", "ID||sale|-|10.00|-");
        row("no amount", AmountUnit::Cents, "cid=ID&payout=", "ID||sale|-|-|-");
    }
    void theUnitOfAnAmountIsThePresets()
    {
        QFETCH(AmountUnit, unit);
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, reading);
        static const PresetCatalogue catalogue;
        NetworkPreset preset = effectivePreset({}, catalogue);
        preset.amountUnit = unit;
        ReceivedRequest request;
        request.query = query;
        QCOMPARE(summary(readPostback(request, preset, AffiliateNetwork())), QString::fromUtf8(reading));
    }

    void bytesThatAreNoTextAreShownNotLost()
    {
        const PostbackReading reading = read("cid=%FF%00&txid=a%0Ab&event=%C3%89T%C3%89");
        QCOMPARE(reading.clickIdText, QByteArray("\xFF\0", 2));
        QCOMPARE(reading.transactionId, QStringLiteral("a\\x0Ab"));
        QCOMPARE(reading.event, QString::fromUtf8("été"));
    }

    void garbageIsReadInBoundedTime()
    {
        QElapsedTimer timer;
        timer.start();
        QRandomGenerator random(13);
        for (int i = 0; i < 500; ++i) {
            QByteArray query(int(random.bounded(2000)), Qt::Uninitialized);
            for (char &c : query)
                c = char(random.bounded(256));
            QVERIFY(!read(query, query).event.isEmpty());
        }
        QCOMPARE(read(QByteArray("cid=&").repeated(200000)).clickIdText, QByteArray());
        QCOMPARE(read({}, QByteArray("{\"a\":").repeated(100000)).transactionId, QString());
        QCOMPARE(read(QByteArray("cid=" + QByteArray(8192, 'm'))).clickIdText.size(), 8192);
        QVERIFY(timer.elapsed() < 10000);
    }
};

QTEST_APPLESS_MAIN(tst_PostbackReader)
#include "tst_postbackreader.moc"
