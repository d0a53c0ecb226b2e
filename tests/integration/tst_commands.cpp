// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/program.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

#include <csignal>

using namespace Matchbook;

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// The keys of \a expected that \a object lacks.
QString missing(const QJsonObject &object, const char *expected)
{
    QStringList keys = text(expected).split(u' ');
    for (const QString &key : object.keys())
        keys.removeAll(key);
    return keys.join(u' ');
}

bool hasOffset(const QJsonValue &time)
{
    static const QRegularExpression iso(
            text("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)$"));
    return iso.match(time.toString()).hasMatch();
}

} // namespace

/// The contract of people's scripts, through the real program while it serves.
class tst_Commands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_served = std::make_unique<ServedFolder>(folder());
        QVERIFY2(m_served->port, m_served->firstLine.constData());
        QCOMPARE(m_served->firstLine,
                 "listening on http://127.0.0.1:" + QByteArray::number(m_served->port) + '\n');

        const Ran network = run("network add generic --name Northway --json");
        QCOMPARE(network.status, 0);
        m_network = network.json();
        QCOMPARE(m_network.keys().join(u' '), text("id key name pixel_url postback_url preset"));
        QCOMPARE(m_network[text("name")].toString(), text("Northway"));
        QCOMPARE(m_network[text("preset")].toString(), text("generic"));
        const QString base = text("http://127.0.0.1:%1").arg(m_served->port);
        QVERIFY(m_network[text("postback_url")].toString().startsWith(base + text("/postback/")
                                                                      + m_network[text("key")].toString()));

        const Ran campaign = run(
                "campaign add --name Autumn --network 1 --offer-url https://shop.example/?c={campaign}&s={clickid}"
                " --payout 12.50 --currency USD --cost-per-click 0.25 --json");
        QCOMPARE(campaign.status, 0);
        m_campaign = campaign.json();
        QCOMPARE(m_campaign.keys().join(u' '), text("id key tracking_link"));
        QCOMPARE(m_campaign[text("tracking_link")].toString(),
                 base + text("/c/") + m_campaign[text("key")].toString());
        m_link = "/c/" + m_campaign[text("key")].toString().toLatin1();
        m_postback = "/postback/" + m_network[text("key")].toString().toLatin1() + '?';
        QTRY_COMPARE_WITH_TIMEOUT(request(m_served->port, "HEAD", m_link).status, 302, 1000);

        m_click = clickIdOf(get(m_served->port, m_link + "?externalid=x7&sub1=newsletter&sub10=ten"));
        QCOMPARE(m_click.size(), 20);
        QCOMPARE(get(m_served->port, m_postback + "clickid=" + m_click + "&payout=9.5&txid=T1&status=pending")
                         .status,
                 200);
        QCOMPARE(get(m_served->port,
                     m_postback + "clickid=" + m_click + "&payout=9.5&txid=T1&status=approved")
                         .status,
                 200);
        QCOMPARE(get(m_served->port, m_postback + "clickid={aff_sub}&payout=1").status, 200);
    }

    void networksAndCampaignsAreListed()
    {
        const QJsonArray networks = run("network list --json").rows();
        QCOMPARE(networks.size(), 1);
        QCOMPARE(networks.first().toObject(), m_network);
        const QJsonArray campaigns = run("campaign list --json").rows();
        QCOMPARE(campaigns.size(), 1);
        QCOMPARE(missing(campaigns.first().toObject(), "id key tracking_link name"), QString());
        QCOMPARE(campaigns.first()[text("offers")][0][text("payout")], QJsonValue(text("12.50")));
    }

    void clicksAreListed()
    {
        const QJsonArray rows = run("clicks list --zone Asia/Kathmandu --json").rows();
        QVERIFY(rows.size() >= 2); // the probe, too
        const QJsonObject click = rows.first().toObject();
        QCOMPARE(
                missing(click,
                        "click_id time campaign offer external_id sub1 sub2 sub3 sub4 sub5 sub6 sub7 sub8 sub9 sub10"),
                QString());
        QCOMPARE(click[text("click_id")].toString(), QString::fromLatin1(m_click));
        QCOMPARE(click[text("campaign")].toString(), text("Autumn"));
        QCOMPARE(click[text("external_id")].toString(), text("x7"));
        QCOMPARE(click[text("sub1")].toString(), text("newsletter"));
        QCOMPARE(click[text("sub10")].toString(), text("ten"));
        QVERIFY(click[text("sub2")].isNull());
        QVERIFY(hasOffset(click[text("time")]));
        QVERIFY(click[text("time")].toString().endsWith(text("+05:45")));
        QCOMPARE(rows.last()[text("kind")].toString(), text("probe"));
    }

    void conversionsAreListed()
    {
        const QJsonArray rows = run("conversions list --json").rows();
        QCOMPARE(rows.size(), 1);
        const QJsonObject row = rows.first().toObject();
        QCOMPARE(
                missing(row,
                        "transaction_id click_id event status payout currency time click_time campaign network match "
                        "times_received"),
                QString());
        QCOMPARE(row[text("transaction_id")].toString(), text("T1"));
        QCOMPARE(row[text("click_id")].toString(), QString::fromLatin1(m_click));
        QCOMPARE(row[text("event")].toString(), text("sale"));
        QCOMPARE(row[text("status")].toString(), text("approved"));
        QCOMPARE(row[text("payout")], QJsonValue(text("9.50")));
        QCOMPARE(row[text("currency")].toString(), text("USD"));
        QCOMPARE(row[text("campaign")].toString(), text("Autumn"));
        QCOMPARE(row[text("network")].toString(), text("Northway"));
        QCOMPARE(row[text("match")].toString(), text("exact"));
        QCOMPARE(row[text("times_received")].toInt(), 2);
        QVERIFY(hasOffset(row[text("time")]) && hasOffset(row[text("click_time")]));
        QVERIFY(row[text("time")].toString().endsWith(text("+13:00"))); // the computer's zone
    }

    void postbacksAreListedNewestFirst()
    {
        const QJsonArray rows = run("postbacks list --json").rows();
        QCOMPARE(rows.size(), 3);
        for (const auto &row : rows) {
            QCOMPARE(
                    missing(row.toObject(),
                            "id time network method query sender outcome cause explanation click_id transaction_id"),
                    QString());
            QVERIFY(hasOffset(row[text("time")]));
            QCOMPARE(row[text("method")].toString(), text("GET"));
            QCOMPARE(row[text("sender")].toString(), text("127.0.0.1"));
        }
        QCOMPARE(rows[0][text("outcome")].toString(), text("unmatched"));
        QCOMPARE(rows[0][text("cause")].toString(), text("literal_token"));
        QVERIFY(rows[0][text("explanation")].toString().contains(text("{aff_sub}")));
        QCOMPARE(rows[0][text("query")].toString(), text("clickid={aff_sub}&payout=1"));
        QCOMPARE(rows[1][text("outcome")].toString(), text("changed"));
        QCOMPARE(rows[1][text("cause")].toString(), text("status_changed"));
        QCOMPARE(rows[2][text("outcome")].toString(), text("matched"));
        QVERIFY(rows[2][text("cause")].isNull());
        QCOMPARE(rows[2][text("transaction_id")].toString(), text("T1"));
        QCOMPARE(rows[2][text("click_id")].toString(), QString::fromLatin1(m_click));
    }

    void listsCanBeCut()
    {
        QCOMPARE(run("postbacks list --limit 2 --json").rows().size(), 2);
        QCOMPARE(run("postbacks list --limit 2 --json").rows()[0][text("cause")].toString(),
                 text("literal_token"));
        const QString soon = QDateTime::currentDateTimeUtc().addSecs(60).toString(Qt::ISODate);
        QCOMPARE(run("clicks list --json --since " + soon.toLatin1()).rows().size(), 0);
        const QString before = QDateTime::currentDateTimeUtc().addSecs(-600).toString(Qt::ISODate);
        QCOMPARE(run("conversions list --json --since " + before.toLatin1()).rows().size(), 1);
        QVERIFY(run("clicks list").out.startsWith("time") || run("clicks list").out.contains("click_id"));
    }

    void reportsHaveEveryFigure_data()
    {
        QTest::addColumn<QByteArray>("by");
        QTest::addColumn<QString>("name");
        QTest::newRow("campaign") << QByteArray("campaign") << text("Autumn");
        QTest::newRow("network") << QByteArray("network") << text("Northway");
        QTest::newRow("status") << QByteArray("status") << text("none");
        QTest::newRow("day") << QByteArray("day") << today();
    }

    void reportsHaveEveryFigure()
    {
        QFETCH(QByteArray, by);
        QFETCH(QString, name);
        const Ran ran = run("report --zone America/Chicago --json --by " + by + range());
        QCOMPARE(ran.status, 0);
        const QJsonObject report = ran.json();
        QCOMPARE(missing(report, "zone currency basis rows total"), QString());
        QCOMPARE(report[text("zone")].toString(), text("America/Chicago"));
        QCOMPARE(report[text("currency")].toString(), text("USD"));
        QCOMPARE(report[text("basis")].toString(), text("conversion_date"));
        const QJsonObject row = report[text("rows")].toArray().first().toObject();
        const char *figures
                = "clicks conversions revenue_confirmed revenue_pending revenue_rejected revenue_refunded cost profit "
                  "epc cr roi";
        QCOMPARE(missing(row, figures) + missing(row, "name"), QString());
        QCOMPARE(row[text("name")].toString(), name);
        const QJsonObject total = report[text("total")].toObject();
        QCOMPARE(missing(total, figures), QString());
        QCOMPARE(total[text("clicks")].toInt(), 1);
        QCOMPARE(total[text("conversions")].toInt(), 1);
        QCOMPARE(total[text("revenue_confirmed")], QJsonValue(text("9.50")));
        QCOMPARE(total[text("revenue_pending")], QJsonValue(text("0.00")));
        QCOMPARE(total[text("cost")], QJsonValue(text("0.25")));
        QCOMPARE(total[text("profit")], QJsonValue(text("9.25")));
        QCOMPARE(total[text("epc")], QJsonValue(text("9.50")));
        QCOMPARE(total[text("cr")].toDouble(), 1.0);
        QCOMPARE(total[text("roi")].toDouble(), 37.0);
    }

    void conversionsAreExported()
    {
        const QString file = m_folder.filePath(text("out.csv"));
        const Ran ran = run("export conversions --zone America/Chicago --out " + file.toLatin1() + range());
        QCOMPARE(ran.status, 0);
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = csv.readAll().split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.at(0).startsWith("Conversion time,"));
        QVERIFY(lines.at(1).contains(",T1,"));
        QVERIFY(lines.at(1).contains(",9.50,"));
        QCOMPARE(ran.out, QByteArray("Conversions written to " + file.toLocal8Bit() + ": 1\n"));
    }

    void theCheckIsContent()
    {
        const Ran ran = run("check --json");
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.json()[text("ok")], QJsonValue(true));
        QCOMPARE(ran.json()[text("problems")].toArray().size(), 0);
        const Ran plain = run("check");
        QCOMPARE(plain.status, 0);
        QVERIFY2(plain.out.startsWith("Clicks: ") && plain.out.contains(", conversions: 1.\n"),
                 plain.out.constData());
    }

    void cleanupTestCase()
    {
        QCOMPARE(m_served->terminate(), 0);
        // SIGINT ends it as well.
        ServedFolder again(folder());
        QVERIFY(again.port);
        QCOMPARE(::kill(pid_t(again.pid()), SIGINT), 0);
        QCOMPARE(again.waitForEnd(), 0);
    }

private:
    QString folder() const { return m_folder.filePath(text("data")); }
    Ran run(const QByteArray &arguments) const
    {
        return runProgram(QString::fromLatin1(arguments), folder());
    }
    static QString today()
    {
        return QDateTime::currentDateTimeUtc()
                .toTimeZone(QTimeZone("America/Chicago"))
                .date()
                .toString(Qt::ISODate);
    }
    static QByteArray range() { return " --from " + today().toLatin1() + " --to " + today().toLatin1(); }

    QTemporaryDir m_folder;
    std::unique_ptr<ServedFolder> m_served;
    QJsonObject m_network;
    QJsonObject m_campaign;
    QByteArray m_link;
    QByteArray m_postback;
    QByteArray m_click;
};

QTEST_GUILESS_MAIN(tst_Commands)
#include "tst_commands.moc"
