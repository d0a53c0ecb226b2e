// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/database.h"
#include "store/migrations.h"
#include "support/taken.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QResource>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Matchbook;

namespace {

/// Migrations that a later version of the program may bring, compiled to stand behind the real ones.
class LaterMigration
{
public:
    explicit LaterMigration(const QString &name) : m_file(QStringLiteral(LATER_MIGRATIONS "/") + name)
    {
        if (!QResource::registerResource(m_file))
            qFatal("%s is missing", qPrintable(m_file));
    }
    ~LaterMigration() { QResource::unregisterResource(m_file); }

private:
    QString m_file;
};

} // namespace

class tst_Migrations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aFreshStoreGetsTheCurrentSchemaAndNoCopy()
    {
        const auto database = open();
        taken(migrate(*database));
        QCOMPARE(schemaOf(*database), currentSchema());
        QCOMPARE(taken(database->ask(QStringLiteral("PRAGMA journal_mode"))).toString(),
                 QStringLiteral("wal"));
        QVERIFY(copies().isEmpty());
    }

    void theStoreIsForItsOwnerOnly()
    {
        const auto database = open();
        taken(migrate(*database));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(file()) & others));
    }

    void aCurrentStoreIsLeftAlone()
    {
        const auto database = open();
        taken(migrate(*database));
        addNetworkRow(*database);
        taken(migrate(*database));
        QCOMPARE(schemaOf(*database), currentSchema());
        QCOMPARE(networksIn(*database), 1);
        QVERIFY(copies().isEmpty());
    }

    void aStoreOfTheFirstSchemaIsBroughtUpToDate()
    {
        const auto database = open();
        QFile first(QStringLiteral(":/sql/migrations/0001_first.sql"));
        QVERIFY(first.open(QIODevice::ReadOnly));
        static const QRegularExpression comment(QStringLiteral("--[^\n]*"));
        const QStringList statements
                = QString::fromUtf8(first.readAll()).remove(comment).split(u';', Qt::SkipEmptyParts);
        for (const QString &statement : statements) {
            if (!statement.trimmed().isEmpty())
                taken(database->execute(statement));
        }
        taken(database->execute(QStringLiteral("PRAGMA user_version = 1")));
        taken(database->execute(QStringLiteral("PRAGMA application_id = 0x4d54424b")));
        addNetworkRow(*database);
        taken(migrate(*database));
        QCOMPARE(schemaOf(*database), currentSchema());
        QCOMPARE(networksIn(*database), 1);
        QCOMPARE(copies().size(), 1);
        QCOMPARE(taken(database->ask(QStringLiteral("SELECT mapping FROM network"))).toString(),
                 QStringLiteral("{}"));
    }

    void keysThatHaveRunOutNameTheirNetworkByNumber()
    {
        const auto database = open();
        taken(migrate(*database));
        addNetworkRow(*database);
        taken(database->execute(QStringLiteral("UPDATE network SET id = 7, name = 'Northway'")));
        taken(database->execute(QStringLiteral("ALTER TABLE rereading DROP COLUMN run")));
        taken(database->execute(QStringLiteral("DROP TABLE exchange_rate")));
        for (const char *later : {"signature", "old_key_until"})
            taken(database->execute(QStringLiteral("ALTER TABLE postback DROP COLUMN ")
                                    + QLatin1StringView(later)));
        taken(database->execute(QStringLiteral("PRAGMA user_version = 6")));
        for (const char *detail : {"Northway", "Southway"})
            taken(database->execute(
                    QStringLiteral(
                            "INSERT INTO postback (time, network_id, outcome, cause, cause_detail, match, pixel, "
                            "method, sender, path) VALUES (1, 0, 5, 'expired_key', '%1', 0, 0, 'GET', '', x'')")
                            .arg(QLatin1StringView(detail))));
        taken(migrate(*database));
        QCOMPARE(taken(database->ask(QStringLiteral("SELECT group_concat(cause_detail) FROM postback")))
                         .toString(),
                 QStringLiteral("#7,Southway"));
    }

    void severalProcessesMayMakeTheStoreAtTheSameTime()
    {
        for (int round = 0; round < 10; ++round) {
            init();
            std::atomic<int> good = 0;
            std::vector<std::thread> processes;
            for (int i = 0; i < 6; ++i) {
                processes.emplace_back([&] {
                    const auto opened = Database::open(file(), Database::Access::ReadWrite);
                    const auto migrated = opened ? migrate(**opened) : unexpected(opened.error());
                    if (!migrated)
                        qWarning("%s", qPrintable(migrated.error().detail));
                    good += migrated ? 1 : 0;
                });
            }
            for (std::thread &process : processes)
                process.join();
            QCOMPARE(good, 6);
            QCOMPARE(schemaOf(*open()), currentSchema());
            QVERIFY(copies().isEmpty());
        }
    }

    void aNewerStoreIsRefusedAndNotTouched()
    {
        const auto database = open();
        taken(migrate(*database));
        taken(database->execute(QStringLiteral("PRAGMA user_version = 4711")));
        const auto migrated = migrate(*database);
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().kind, Failure::Kind::StoreNewer);
        QVERIFY(migrated.error().detail.contains(QStringLiteral("4711")));
        QCOMPARE(schemaOf(*database), 4711);
    }

    void anotherProgramsDatabaseIsRefused()
    {
        const auto database = open();
        taken(database->execute(QStringLiteral("CREATE TABLE recipe (title TEXT)")));
        const auto migrated = migrate(*database);
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().kind, Failure::Kind::StoreDamaged);
        QCOMPARE(taken(database->ask(QStringLiteral("SELECT count(*) FROM sqlite_schema"))).toInt(), 1);
    }

    void garbageIsCalledDamaged()
    {
        QFile garbage(file());
        QVERIFY(garbage.open(QIODevice::WriteOnly));
        garbage.write(QByteArray("this was never a database, however long it is. ").repeated(500));
        garbage.close();
        const auto opened = Database::open(file(), Database::Access::ReadWrite);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Failure::Kind::StoreDamaged);
    }

    void aCopyIsMadeBeforeAMigration()
    {
        {
            const auto older = open();
            taken(migrate(*older));
            addNetworkRow(*older);
        }
        const int before = currentSchema();
        const LaterMigration later(QStringLiteral("nextmigration.rcc"));
        QCOMPARE(currentSchema(), before + 1);
        const auto database = open();
        taken(migrate(*database));
        QCOMPARE(schemaOf(*database), before + 1);
        QCOMPARE(networksIn(*database), 1);
        taken(database->ask(QStringLiteral("SELECT count(*) FROM later_table")));

        QCOMPARE(copies().size(), 1);
        const auto copy = taken(Database::open(copies().first(), Database::Access::ReadOnly));
        QCOMPARE(schemaOf(*copy), before);
        QCOMPARE(networksIn(*copy), 1);
        QVERIFY(!(QFile::permissions(copies().first()) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void aMigrationThatFailsLeavesTheStoreAsItWas()
    {
        const auto database = open();
        taken(migrate(*database));
        addNetworkRow(*database);
        const int before = currentSchema();
        const LaterMigration later(QStringLiteral("brokenmigration.rcc"));
        QVERIFY(!migrate(*database));
        QCOMPARE(schemaOf(*database), before);
        QCOMPARE(networksIn(*database), 1);
        QVERIFY(!database->ask(QStringLiteral("SELECT count(*) FROM half_made")));
        QCOMPARE(copies().size(), 1);
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("matchbook.sqlite")); }
    std::unique_ptr<Database> open() const
    {
        return taken(Database::open(file(), Database::Access::ReadWrite));
    }
    QStringList copies() const
    {
        QStringList found;
        const auto entries = QDir(m_folder->path()).entryInfoList({QStringLiteral("*.before-*")});
        for (const QFileInfo &entry : entries)
            found << entry.filePath();
        return found;
    }
    static int schemaOf(const Database &database)
    {
        return taken(database.ask(QStringLiteral("PRAGMA user_version"))).toInt();
    }
    static void addNetworkRow(Database &database)
    {
        taken(database.execute(QStringLiteral(
                "INSERT INTO network (id, name, preset, key, repeat_policy, decimal_mark, "
                "default_currency, default_status, sub_id_parameter, answer_text, allowed_senders, "
                "created_at) VALUES (1, 'N', 'generic', 'k', 'update', 'auto', 'USD', 'approved', '', "
                "'', '', 0)")));
    }
    static int networksIn(const Database &database)
    {
        return taken(database.ask(QStringLiteral("SELECT count(*) FROM network"))).toInt();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_Migrations)
#include "tst_migrations.moc"
