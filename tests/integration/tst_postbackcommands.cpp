// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/program.h"

#include <QFile>
#include <QTest>

using namespace Matchbook;

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

/// What a shell does to stored postbacks, beside a program that serves.
class tst_PostbackCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_served = std::make_unique<ServedFolder>(folder());
        QVERIFY(m_served->port);
        m_key = run("network add generic --name Northway --json").json()[text("key")].toString().toLatin1();
        const Ran campaign = run("campaign add --name Autumn --network 1 --offer-url "
                                 "https://shop.example/?s={clickid} --payout 12 --currency USD --json");
        m_link = "/c/" + campaign.json()[text("key")].toString().toLatin1();
        QTRY_COMPARE(get(m_served->port, m_link).status, 302);
        m_click = clickIdOf(get(m_served->port, m_link));
        QCOMPARE(m_click.size(), 20);
    }

    void aMappingIsSetReadAgainAndTakenBack()
    {
        QCOMPARE(send("clickid=" + m_click + "&txid=T1&commission=4&amount=90&status=bestaetigt"), 200);
        QCOMPARE(newest()[text("cause")].toString(), text("unknown_status"));
        const Ran mapped = run(
                "network map 1 --status bestaetigt=approved,wartet=pending --field payout=commission --json");
        QCOMPARE(mapped.status, 0);
        const QJsonObject mapping = mapped.json()[text("mapping")].toObject();
        QCOMPARE(mapping[text("statusWords")].toObject()[text("wartet")].toString(), text("pending"));

        const Ran asked = run("postbacks reread --network 1 --cause unknown_status --json");
        QCOMPARE(asked.status, 0);
        QCOMPARE(asked.json()[text("added")].toInt(), 1);
        QCOMPARE(asked.json()[text("applied")].toBool(), false);
        QCOMPARE(run("conversions list --json").rows().size(), 0);
        QCOMPARE(run("postbacks reread --network 1 --apply --json").json()[text("added")].toInt(), 1);
        const QJsonObject made = run("conversions list --json").rows().first().toObject();
        QCOMPARE(made[text("payout")].toString(), text("4.00"));
        QCOMPARE(run("check").status, 0);
        QCOMPARE(run("postbacks reread --undo --json").status, 0);
        QCOMPARE(run("conversions list --json").rows().size(), 0);
        QCOMPARE(run("postbacks reread --undo").status, 1);
        QCOMPARE(run("check").status, 0);

        // The listener has learnt the mapping, too.
        QTRY_COMPARE(settled(), text("approved"));
        const Ran removed = run("network map 1 --remove payout,status:wartet --json");
        QVERIFY(!removed.json()[text("mapping")].toObject().contains(text("fields")));
    }

    void onePostbackIsAttachedKeptAdoptedAndSaved()
    {
        QCOMPARE(send("clickid=QXJ4&txid=T5&payout=3"), 200);
        const QString id = QString::number(newest()[text("id")].toInt());
        QCOMPARE(run(text("postbacks replay ") + id + text(" --apply --json"))
                         .json()[text("cause")]
                         .toString(),
                 text("foreign_click_id"));
        const Ran attached = run(text("postbacks attach ") + id + text(" --click ")
                                 + QString::fromLatin1(m_click) + text(" --json"));
        QCOMPARE(attached.json()[text("match")].toString(), text("attached"));
        QCOMPARE(send("clickid=QXJ5&txid=T6&payout=3"), 200);
        const QString other = QString::number(newest()[text("id")].toInt());
        QCOMPARE(run(text("postbacks keep ") + other + text(" --json")).json()[text("match")].toString(),
                 text("kept"));

        QCOMPARE(get(m_served->port, "/postback/nobody?clickid=" + m_click + "&txid=T7&payout=3").status,
                 404);
        const QString lost = QString::number(newest()[text("id")].toInt());
        QCOMPARE(run(text("postbacks replay ") + lost).status, 2);
        QCOMPARE(run(text("postbacks adopt ") + lost + text(" --network 1 --json"))
                         .json()[text("outcome")]
                         .toString(),
                 text("matched"));

        const QString out = folder() + text("/case");
        QCOMPARE(run(text("postbacks save-case ") + lost + text(" --out ") + out).status, 0);
        QVERIFY(QFile::exists(out + text("/request.http")) && QFile::exists(out + text("/request.json")));
        QCOMPARE(run("check").status, 0);
    }

    void aRepairedClickIdIsFoundByItsRepair()
    {
        QCOMPARE(send("clickid=" + m_click.toUpper() + "%20&txid=T21&payout=6"), 200);
        for (const char *repair : {"trimmed", "case_folded"}) {
            const Ran found = run(text("postbacks list --json --cause ") + QString::fromLatin1(repair));
            QCOMPARE(found.rows().size(), 1);
            QCOMPARE(found.rows().first().toObject()[text("transaction_id")].toString(), text("T21"));
        }
        QCOMPARE(run("postbacks list --json --cause decoded").rows().size(), 0);
        QCOMPARE(run("postbacks list --json --cause exact").status, 2);
    }

    void replayingSaysFirstWhatItWouldChange()
    {
        // A click of its own: the mapping that is made here reads the others no more.
        const QByteArray click = clickIdOf(get(m_served->port, m_link));
        QCOMPARE(send("xyz=" + click + "&txid=T20&payout=6"), 200);
        QCOMPARE(newest()[text("cause")].toString(), text("click_id_elsewhere"));
        QVERIFY(newest()[text("explanation")].toString().contains(text("xyz")));
        const QString replay = text("postbacks replay ") + QString::number(newest()[text("id")].toInt());
        QCOMPARE(run("network map 1 --field click_id=xyz --json").status, 0);

        const QJsonObject preview = run(replay + text(" --json")).json();
        QCOMPARE(preview[text("applied")].toBool(true), false);
        QCOMPARE(preview[text("added")].toInt(), 1);
        QCOMPARE(preview[text("changed")].toInt(), 0);
        const auto approved = [&](const char *when) {
            return preview[text(when)].toArray().first().toObject()[text("conversions")].toInt();
        };
        QCOMPARE(approved("after"), approved("before") + 1);
        QVERIFY(run(replay).out.contains("Nothing was written"));
        QCOMPARE(newest()[text("cause")].toString(), text("click_id_elsewhere"));

        const QJsonObject applied = run(replay + text(" --apply --json")).json();
        QCOMPARE(applied[text("applied")].toBool(), true);
        QCOMPARE(applied[text("outcome")].toString(), text("matched"));
        QCOMPARE(newest()[text("match")].toString(), text("exact"));
        QCOMPARE(run("check").status, 0);
        QCOMPARE(run("network map 1 --remove click_id").status, 0);
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char *arguments :
             {"postbacks reread", "postbacks reread --network 9",
              "postbacks reread --network 1 --apply --undo", "postbacks reread --network 1 --cause nonsense",
              "postbacks attach 1", "postbacks attach 1 --click short", "postbacks keep",
              "postbacks adopt 1 --network 9", "network map 9", "network map 1 --status x",
              "network map 1 --status x=wonderful", "network map 1 --field price=p", "clicks purge",
              "clicks purge --before 2999-01-01", "postbacks list --cause nonsense",
              "postbacks list --outcome foo"})
            QTest::newRow(arguments) << text(arguments);
    }
    void mistakesAreNamed()
    {
        QFETCH(QString, arguments);
        const Ran ran = run(arguments);
        QCOMPARE(ran.status, 2);
        QVERIFY(ran.err.startsWith("matchbook: "));
    }

    void oldClicksArePurged()
    {
        QCOMPARE(run("clicks purge --before 2020-02-01 --json").json()[text("purged")].toInt(), 0);
        const qsizetype conversions = run("conversions list --json").rows().size();
        QVERIFY(conversions > 0);
        QCOMPARE(run(text("clicks purge --before %1 --json")
                             .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate)))
                         .status,
                 0);
        QCOMPARE(run("conversions list --json").rows().size(), conversions);
        QCOMPARE(run("check").status, 0);
    }

private:
    QString folder() const { return m_folder.path(); }
    Ran run(const QString &arguments) { return runProgram(arguments, folder()); }
    Ran run(const char *arguments) { return run(text(arguments)); }
    int send(const QByteArray &query)
    {
        return get(m_served->port, "/postback/" + m_key + '?' + query).status;
    }
    QJsonObject newest() { return run("postbacks list --limit 1 --json").rows().first().toObject(); }
    /// The status of a sale that is told in the network's own word.
    QString settled()
    {
        send("clickid=" + m_click + "&txid=T2&commission=4&status=bestaetigt");
        return run("conversions list --limit 1 --json").rows().first()[text("status")].toString();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ServedFolder> m_served;
    QByteArray m_key;
    QByteArray m_link;
    QByteArray m_click;
};

QTEST_GUILESS_MAIN(tst_PostbackCommands)
#include "tst_postbackcommands.moc"
