// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenariorunner.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Matchbook;

namespace {

QString textOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList scenarioFiles()
{
    return QDir(QStringLiteral(SCENARIOS)).entryList({QStringLiteral("*.scenario")}, QDir::Files);
}

/// What differs, with two lines around it, as diff -u shows it. The lines stand opposite each other.
QString difference(const QStringList &expected, const QStringList &actual)
{
    QString text;
    qsizetype shown = -1;
    for (qsizetype i = 0; i < qMax(expected.size(), actual.size()); ++i) {
        if (expected.value(i) == actual.value(i) && i < expected.size())
            continue;
        for (qsizetype before = qMax(shown + 1, i - 2); before < i; ++before)
            text += u' ' + expected.value(before) + u'\n';
        if (i < expected.size())
            text += u'-' + expected.at(i) + u'\n';
        text += u'+' + actual.value(i) + u'\n';
        shown = i;
    }
    return text;
}

} // namespace

/// Every scenario, and that the examples in the documentation are these and no others.
class tst_Scenarios : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyScenarioHolds_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList files = scenarioFiles();
        QVERIFY2(files.size() >= 10, "the scenarios are missing");
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << file;
    }

    void everyScenarioHolds()
    {
        QFETCH(QString, file);
        const QStringList lines = textOf(QStringLiteral(SCENARIOS "/") + file).trimmed().split(u'\n');
        QVERIFY2(lines.filter(QStringLiteral(" expect ")).size() >= 2, "a scenario that expects nothing cannot fail");
        const QString found = difference(lines, ScenarioRunner().play(lines));
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found));
    }

    void aScenarioThatIsWrongIsShownAsADifference()
    {
        const QStringList lines{QStringLiteral("network  northway"),
                                QStringLiteral("campaign \"Trail shoes\" by northway pays 20.00 USD"),
                                QStringLiteral("at 10:00  click     A1 campaign \"Trail shoes\""),
                                QStringLiteral("at 10:05  postback  northway clickid=A1 payout=3"),
                                QStringLiteral("          expect     matched, exact"),
                                QStringLiteral("          expect     conversion 1 sale of A1: 4.00 USD approved, told 1"),
                                QStringLiteral("at 10:06  dance     northway")};
        const QString found = difference(lines, ScenarioRunner().play(lines));
        QCOMPARE(found.count(u'\n'), 6);
        QVERIFY(found.contains(QStringLiteral("-          expect     conversion 1 sale of A1: 4.00 USD approved, told 1\n"
                                              "+          expect     conversion 1 sale of A1: 3.00 USD approved, told 1\n")));
        QVERIFY(found.contains(QStringLiteral("+??? dance northway")));
    }

    void theDocumentationNamesEveryScenarioAndNoOther()
    {
        static const QRegularExpression link(QStringLiteral("tests/scenarios/([a-z]+\\.scenario)"));
        const QDir folder(QStringLiteral(EXAMPLES));
        QStringList named;
        for (const QString &page : folder.entryList({QStringLiteral("*.md")}, QDir::Files)) {
            auto matches = link.globalMatch(textOf(folder.filePath(page)));
            while (matches.hasNext())
                named << matches.next().captured(1);
        }
        named.removeDuplicates();
        named.sort();
        QCOMPARE(named, scenarioFiles());
    }
};

QTEST_GUILESS_MAIN(tst_Scenarios)
#include "tst_scenarios.moc"
