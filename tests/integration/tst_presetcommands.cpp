// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/datafolder.h"
#include "store/catalogue.h"
#include "store/database.h"
#include "support/program.h"
#include "support/taken.h"
#include "vocabulary/clock.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Matchbook;

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

/// Networks and traffic sources by their presets, through the real program.
class tst_PresetCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_presets = run(text("network presets --json")).rows();
        QVERIFY(m_presets.size() >= 97);
    }

    void presetsAndTrafficSourcesAreListed()
    {
        QCOMPARE(m_presets.first()[text("id")].toString(), text("generic"));
        for (const QJsonValue &row : std::as_const(m_presets)) {
            QCOMPARE(row.toObject().keys().join(u' '), text("confidence id kind name origin platform"));
            if (row[text("id")].toString() == text("yepads"))
                QCOMPARE(row[text("platform")].toString(), text("CAKE"));
        }
        const QJsonArray sources = run(text("campaign sources --json")).rows();
        QCOMPARE(sources.size(), 48);
        QCOMPARE(sources.first().toObject().keys().join(u' '), text("confidence id name"));
        QVERIFY(run(text("network presets")).out.contains("CrakRevenue"));
    }

    void everyPresetIsAddedOrRefusedWithAdvice()
    {
        for (const QJsonValue &row : std::as_const(m_presets)) {
            const QString id = row[text("id")].toString();
            const Ran ran = run(text("network add ") + id + text(" --json"));
            const QString kind = row[text("kind")].toString();
            if (kind != text("closed")) {
                QVERIFY2(ran.status == 0, qPrintable(id + u' ' + QString::fromUtf8(ran.err)));
                QCOMPARE(ran.json()[text("name")], row[text("name")]);
                // Whoever tells its sales by report only has no URL to call.
                QCOMPARE(ran.json()[text("postback_url")].toString().contains(text("/postback/")),
                         kind != text("report"));
            } else {
                QVERIFY2(ran.status == 2, qPrintable(id));
                QVERIFY2(ran.err.trimmed().endsWith('.'), ran.err.constData());
            }
        }
    }

    void macrosArePrintedAsTheNetworkWritesThem()
    {
        const Ran cake = run(text("network add cake --name Acme"));
        QVERIFY2(cake.out.contains("?cid=#s2#&payout=#price#&txid=#leadid#&offer=#oid#\n"),
                 cake.out.constData());
        QVERIFY2(cake.out.contains("Paste it at: Offers > "), cake.out.constData());
        const Ran several = run(text("network add buygoods --json"));
        const QJsonArray urls = several.json()[text("postback_urls")].toArray();
        QCOMPARE(urls.size(), 2);
        QCOMPARE(urls.last()[text("status")].toString(), text("refunded"));
        const QJsonObject everflow = run(text("network add everflow --json")).json();
        const QJsonArray perStatus = everflow[text("status_urls")].toArray();
        QCOMPARE(perStatus.size(), 5);
        QCOMPARE(perStatus[2][text("status")].toString(), text("rejected"));
        QVERIFY(perStatus[2][text("url")].toString().contains(text("?status=rejected&cid={sub1}&")));
        QVERIFY(run(text("network add cake")).out.contains("  refunded: http"));
        QVERIFY(run(text("network add drcash")).out.contains("Dr.Cash"));
    }

    void theUrlIsTheOneThatThePersonHasCopied()
    {
        const int id = run(text("network add maxbounty --json")).json()[text("id")].toInt();
        {
            const SystemClock clock;
            const auto database = taken(
                    Database::open(DataFolder{m_folder.path()}.databaseFile(), Database::Access::ReadWrite));
            Catalogue catalogue(*database, clock);
            const auto networks = taken(catalogue.networks());
            AffiliateNetwork network = networks.constLast();
            QCOMPARE(network.id.value, id);
            network.mapping.url.setQuery(0, text("cid=#S2#&payout=#RATE#&who=<who>"));
            network.mapping.url.constants.insert(text("who"), text("me"));
            taken(catalogue.updateNetwork(network));
        }
        const QString query = text("?cid=#S2#&payout=#RATE#&who=me");
        const QJsonObject row = run(text("network list --json")).rows().last().toObject();
        QVERIFY2(row[text("postback_url")].toString().endsWith(query),
                 qPrintable(row[text("postback_url")].toString()));
        const Ran rotated = run(text("network rotate-key %1 --json").arg(id));
        QVERIFY2(rotated.json()[text("postback_urls")][0][text("url")].toString().endsWith(query),
                 rotated.out.constData());
    }

    void thePixelUrlIsPrintedWithItsMacros()
    {
        const QJsonObject cake = run(text("network add cake --json")).json();
        QVERIFY2(cake[text("pixel_url")].toString().endsWith(text("/pixel/") + cake[text("key")].toString()
                                                             + text(".gif?cid=#s2#&payout=#price#&txid=#"
                                                                    "leadid#&offer=#oid#")),
                 qPrintable(cake[text("pixel_url")].toString()));
        QCOMPARE(run(text("network list --json")).rows().last()[text("pixel_url")], cake[text("pixel_url")]);
    }

    void anImportReplacesOnlyWhereThatIsSaidAndIsRemovedAgain()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(text("in.json"));
        QFile shared(file);
        QVERIFY(shared.open(QIODevice::WriteOnly));
        shared.write(R"({"id": "mylead", "name": "Theirs", "fields": {"clickId": ["cid"]}})");
        shared.close();
        const auto in = [&](const QString &arguments) { return runProgram(arguments, folder.path()); };
        const auto nameAndOrigin = [&]() -> QString {
            const QJsonArray rows = in(text("network presets --json")).rows();
            for (const QJsonValue &row : rows) {
                if (row[text("id")].toString() == text("mylead"))
                    return row[text("name")].toString() + u' ' + row[text("origin")].toString();
            }
            return {};
        };
        QCOMPARE(in(text("network add mylead")).status, 0);
        const Ran refused = in(text("network preset import ") + file);
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("\"mylead\" already, and 1 network uses it; --replace"),
                 refused.err.constData());
        QCOMPARE(nameAndOrigin(), text("MyLead built_in"));
        QVERIFY(QDir(folder.path()).mkpath(text("networks")));
        QFile broken(folder.filePath(text("networks/mylead.json")));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{") == 1);
        broken.close();
        const Ran inTheWay = in(text("network preset import ") + file);
        QCOMPARE(inTheWay.status, 2);
        QVERIFY2(inTheWay.err.contains("\"mylead\" already"), inTheWay.err.constData());
        QCOMPARE(in(text("network preset import --replace --json ") + file).json()[text("origin")].toString(),
                 text("replaces_built_in"));
        QCOMPARE(nameAndOrigin(), text("Theirs replaces_built_in"));
        QCOMPARE(in(text("network preset remove mylead")).status, 0);
        QCOMPARE(nameAndOrigin(), text("MyLead built_in"));
        QCOMPARE(in(text("network preset remove mylead")).status, 2);
    }

    void aPresetInUseIsNotRemoved()
    {
        const QTemporaryDir folder;
        QDir(folder.path()).mkpath(text("networks"));
        const auto write = [&](const char *name, const char *content) {
            QFile own(folder.filePath(text("networks/") + text(name)));
            return own.open(QIODevice::WriteOnly) && own.write(content) > 0;
        };
        QVERIFY(write("mine.json", R"({"id": "mine", "name": "Mine", "extends": "cake"})"));
        QVERIFY(write("child.json", R"({"id": "child", "name": "Child", "extends": "mine"})"));
        const auto in = [&](const QString &arguments) { return runProgram(arguments, folder.path()); };
        QVERIFY(in(text("network preset remove mine")).err.contains("\"child\" extends it"));
        QCOMPARE(in(text("network add child")).status, 0);
        const Ran refused = in(text("network preset remove child"));
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("1 network uses it"), refused.err.constData());
        QVERIFY(QFile::exists(folder.filePath(text("networks/child.json"))));
    }

    void theRulesOfANetworkAreSet()
    {
        const QTemporaryDir folder;
        const auto in = [&](const QString &arguments) { return runProgram(arguments, folder.path()); };
        QCOMPARE(in(text("network add generic")).status, 0);
        const QJsonObject set
                = in(text("network set 1 --decimal-mark comma --senders 203.0.113.5,198.51.100.0/24 "
                          "--repeat-policy add_amounts --sub-id tid --default-status pending --currency eur "
                          "--json"))
                          .json();
        QCOMPARE(set[text("decimal_mark")].toString(), text("comma"));
        QCOMPARE(set[text("senders")].toArray(), (QJsonArray{text("203.0.113.5"), text("198.51.100.0/24")}));
        QCOMPARE(set[text("repeat_policy")].toString(), text("add_amounts"));
        QCOMPARE(set[text("sub_id")].toString(), text("tid"));
        QCOMPARE(set[text("default_status")].toString(), text("pending"));
        QCOMPARE(set[text("currency")].toString(), text("EUR"));
        const auto version = [&] {
            const auto store = taken(
                    Database::open(DataFolder{folder.path()}.databaseFile(), Database::Access::ReadOnly));
            return taken(Catalogue(*store, SystemClock()).settingsVersion());
        };
        const qint64 before = version();
        QCOMPARE(in(text("network set 1 --json")).json(), set);
        QCOMPARE(in(text("network map 1")).status, 0);
        QCOMPARE(version(), before); // who only asks makes no serve read its settings again
        const QJsonObject one = in(text("network set 1 --senders any --json")).json();
        QCOMPARE(one[text("senders")].toArray(), QJsonArray());
        QCOMPARE(one[text("sub_id")].toString(), text("tid"));
        QVERIFY(in(text("network set 1")).out.contains("decimal-mark\tcomma\nsenders\tany\n"));
    }

    void aRuleThatCannotBeIsRefusedAndNothingIsSet_data()
    {
        QTest::addColumn<QString>("options");
        for (const char *options :
             {"--decimal-mark dot", "--senders friend", "--repeat-policy never", "--sub-id a=b",
              "--default-status refunded", "--currency euros", "--decimal-mark point --currency euros"})
            QTest::newRow(options) << text(options);
    }
    void aRuleThatCannotBeIsRefusedAndNothingIsSet()
    {
        QFETCH(QString, options);
        const QTemporaryDir folder;
        const auto in = [&](const QString &arguments) { return runProgram(arguments, folder.path()); };
        QCOMPARE(in(text("network add generic")).status, 0);
        const QByteArray before = in(text("network set 1 --json")).out;
        const Ran refused = in(text("network set 1 ") + options);
        QCOMPARE(refused.status, 2);
        QVERIFY(!refused.err.isEmpty());
        QCOMPARE(in(text("network set 1 --json")).out, before);
        QCOMPARE(in(text("network set 7 ") + options).status, 2);
    }

    void aNetworkBeginsWithItsPresetsDefaults()
    {
        QDir(m_folder.path()).mkpath(text("networks"));
        QFile own(m_folder.filePath(text("networks/mine.json")));
        QVERIFY(own.open(QIODevice::WriteOnly));
        own.write(R"({"id": "mine", "name": "Mine", "extends": "cake"})");
        own.close();
        QCOMPARE(run(text("network add mine --json")).json()[text("preset")].toString(), text("mine"));
        QVERIFY(run(text("network presets")).out.contains("Mine"));
    }

    void theTrackingLinkHoldsTheSourcesMacros()
    {
        const QString campaign
                = text("campaign add --name A --network 1 --offer-url https://shop.example/ --json ");
        const QJsonObject made = run(campaign + text("--source propellerads")).json();
        QVERIFY2(made[text("tracking_link")].toString().endsWith(text(
                         "?externalid=${SUBID}&cost={cost}&sub1={campaignid}&sub2={bannerid}&sub3={zoneid}")),
                 qPrintable(made[text("tracking_link")].toString()));
        const QJsonArray rows = run(text("campaign list --json")).rows();
        QCOMPARE(rows.first()[text("tracking_link")], made[text("tracking_link")]);
        QVERIFY(!run(campaign).json()[text("tracking_link")].toString().contains(u'?'));
        const Ran unknown = run(campaign + text("--source nobody"));
        QCOMPARE(unknown.status, 2);
        QVERIFY(unknown.err.contains("nobody"));
    }

private:
    Ran run(const QString &arguments) const { return runProgram(arguments, m_folder.path()); }

    QTemporaryDir m_folder;
    QJsonArray m_presets;
};

QTEST_GUILESS_MAIN(tst_PresetCommands)
#include "tst_presetcommands.moc"
