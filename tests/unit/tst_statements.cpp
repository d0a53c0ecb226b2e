// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/storefixture.h"

#include "store/sqltext.h"

#include <QDir>
#include <QTest>

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
        // EXPLAIN prepares the statement and runs nothing of it.
        const auto plan = m_store.database().ask(QStringLiteral("EXPLAIN ") + sqlText(name.constData()));
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    }

    void aStatementWithAMistakeIsFoundThisWay()
    {
        QVERIFY(!m_store.database().ask(QStringLiteral("EXPLAIN SELECT no_such_column FROM click")));
    }

private:
    StoreFixture m_store;
};

QTEST_GUILESS_MAIN(tst_Statements)
#include "tst_statements.moc"
