// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/storefixture.h"

#include "store/sqltext.h"

#include <QDir>
#include <QTest>

#include <sqlite3.h>

using namespace Matchbook;

class tst_Statements : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStatementPreparesAgainstAFreshStore_data()
    {
        QTest::addColumn<QByteArray>("name");
        const QStringList files = QDir(QStringLiteral(":/sql/queries")).entryList({QStringLiteral("*.sql")}, QDir::Files);
        QVERIFY2(files.size() > 50, "the statements are not compiled into the program");
        for (const QString &file : files) {
            const QByteArray name = file.chopped(4).toLatin1();
            QTest::newRow(name.constData()) << name;
        }
    }

    void everyStatementPreparesAgainstAFreshStore()
    {
        QFETCH(QByteArray, name);
        QCOMPARE(complaintAbout(sqlText(name.constData())), QByteArray());
    }

    void aStatementWithAMistakeIsFoundThisWay()
    {
        QCOMPARE(complaintAbout(QStringLiteral("SELECT no_such_column FROM click")), QByteArray("no such column: no_such_column"));
    }

private:
    /// What SQLite says against preparing \a sql; empty if nothing.
    QByteArray complaintAbout(const QString &sql)
    {
        auto *connection = static_cast<sqlite3 *>(m_store.database().sqliteConnection());
        const QByteArray utf8 = sql.toUtf8();
        sqlite3_stmt *statement = nullptr;
        const int code = sqlite3_prepare_v2(connection, utf8.constData(), int(utf8.size()), &statement, nullptr);
        sqlite3_finalize(statement);
        return code == SQLITE_OK ? QByteArray() : QByteArray(sqlite3_errmsg(connection));
    }

    StoreFixture m_store;
};

QTEST_GUILESS_MAIN(tst_Statements)
#include "tst_statements.moc"
