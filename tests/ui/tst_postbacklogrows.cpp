// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbacklogonscreen.h"

#include "engine/datafolder.h"
#include "postbacklog/possibleactions.h"
#include "store/testtokens.h"
#include "support/taken.h"
#include "theme.h"
#include "widgets/segmentedbutton.h"
#include "widgets/statuspill.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProgressBar>
#include <QTableView>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// What the postback log does with many rows, and with rows that come later than the first.
class PostbackLogRowsTest : public QObject, protected PostbackLogOnScreen
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(openLog()); }
    void cleanup() { closeLog(); }
    void cancellingAReReadingTakesEverythingBack();
    void aPlaceholderIsNoWordToMap();
    void whatWasNotTakenInWholeIsNotReadAgain();
    void aPillIsNeverCut();
    void aCutIdIsReadableAmongWhatNeedsAttention();
    void whatATestHasBroughtNeedsNoAttention();
    void aPresetThatIsTakenInIsReadByAtOnce();

private:
    std::unique_ptr<Database> otherConnection()
    {
        return taken(
                Database::open(DataFolder{m_running->folder()}.databaseFile(), Database::Access::ReadWrite));
    }
    /// So often again, each with a click and a transaction ID of its own.
    bool copyPostbacks(int count)
    {
        QJsonArray ids;
        for (int i = 0; i < count; ++i)
            ids += ClickId::make(m_running->engine().clock().now(), quint64(i)).toString();
        const QString list = QString::fromLatin1(QJsonDocument(ids).toJson(QJsonDocument::Compact));
        const auto database = otherConnection();
        const QString columns
                = u"time, kind, campaign_id, offer_id, network_id, cost_micros, cost_currency"_s;
        const auto clicks = database->execute(
                u"INSERT INTO click (click_id, %1) SELECT value, %1 FROM click, json_each('%2')"_s.arg(
                        columns, list));
        const QString same = u"network_id, outcome, cause, cause_detail, match, pixel, method, sender"_s;
        const auto postbacks = database->execute(
                u"INSERT INTO postback (%1, path, time, click_id, query) SELECT %1, postback.path, time + key, value, "
                "CAST(replace(replace(CAST(query AS TEXT), click_id, value), 'T0', 'C' || key) AS BLOB) "
                "FROM postback, json_each('%2')"_s.arg(same, list));
        return clicks.has_value() && postbacks.has_value();
    }
    QString testClick()
    {
        const QByteArray token
                = taken(openTestToken(*otherConnection(), m_running->engine().clock().now(), 60'000));
        return m_running->click(QString::fromLatin1(testParameter) % u'=' % QString::fromLatin1(token));
    }
};

void PostbackLogRowsTest::cancellingAReReadingTakesEverythingBack()
{
    const QString id = m_running->click();
    QVERIFY(send(u"clickid=%1&txid=T0&payout=1&status=bestaetigt"_s.arg(id)));
    QVERIFY(copyPostbacks(20'000));
    m_page->refresh();
    QTRY_COMPARE(view()->model()->rowCount(), 20'001);
    QTRY_VERIFY(part("mapWord")->isVisible());
    press("mapWord");
    QTRY_COMPARE_WITH_TIMEOUT(headline(), u"This would add 20001 conversions"_s, 20'000);
    press("rereadingApply");
    auto *bar = part<QProgressBar>("rereadingProgress");
    QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() == 1000 && bar->value() > 0, 20'000);
    QVERIFY2(part("rereadingCancel")->isVisible(), "it was over before anybody could press Cancel");
    press("rereadingCancel");
    QTRY_VERIFY_WITH_TIMEOUT(!part("rereadingCancel")->isVisible(), 20'000);
    QVERIFY2(headline().startsWith("Cancelled"_L1), qPrintable(headline()));
    QCOMPARE(conversions(), 0);
    QCOMPARE(cell(0, 2), u"Not understood"_s);
    QVERIFY(!part("undoLast")->isVisible());
    press("mappingBack");
    QTRY_COMPARE(headline(), u"The setting is as it was before"_s);
}

void PostbackLogRowsTest::aPlaceholderIsNoWordToMap()
{
    PostbackRow row;
    row.networkId = NetworkId{1};
    row.outcome = PostbackOutcome::NotUnderstood;
    row.cause = PostbackCause::UnknownStatus;
    row.causeDetail = u"accepted"_s;
    QVERIFY(possibleActions(row).mapStatus);
    row.causeDetail = u"{status}"_s;
    QVERIFY(!possibleActions(row).mapStatus);
    QVERIFY(possibleActions(row).openNetwork && possibleActions(row).replay);
}

void PostbackLogRowsTest::whatWasNotTakenInWholeIsNotReadAgain()
{
    PostbackRow row;
    row.networkId = NetworkId{1};
    row.outcome = PostbackOutcome::Refused;
    row.cause = PostbackCause::RefusedRequest;
    QVERIFY(!possibleActions(row).any() && !possibleActions(row).replay);
}

void PostbackLogRowsTest::aPillIsNeverCut()
{
    QVERIFY(send(u"clickid=%1&txid=T1&payout=9.50"_s.arg(m_running->click())));
    QTRY_COMPARE(cell(0, 2), u"Matched"_s);
    // The widths follow the first rows; this one comes later.
    QVERIFY(send(u"clickid=%1&payout=9.50&status=bestaetigt"_s.arg(m_running->click())));
    QTRY_COMPARE(cell(0, 2), u"Not understood"_s);
    const int room = view()->columnWidth(2);
    QVERIFY2(room > StatusPill::sizeFor(u"Not understood"_s, view()->font()).width(),
             qPrintable(QString::number(room)));
}

void PostbackLogRowsTest::aCutIdIsReadableAmongWhatNeedsAttention()
{
    constexpr int clickId = 5;
    const QString id = m_running->click();
    QVERIFY(send(u"clickid=%1&txid=T1&payout=9.50"_s.arg(id)));
    QTRY_COMPARE(cell(0, 2), u"Matched"_s);
    const QString cut = id.first(16);
    QVERIFY(send(u"clickid=%1&payout=9.50"_s.arg(cut)));
    QTRY_COMPARE(cell(0, clickId), cut);
    QTest::mouseClick(part<SegmentedButton>("outcomes")->segment(u"attention"_s), Qt::LeftButton);
    QTRY_COMPARE(view()->model()->rowCount(), 1);
    const int needed = QFontMetrics(monospacedFont(view()->font())).horizontalAdvance(cut);
    QTRY_VERIFY(view()->columnWidth(clickId) > needed);
}

void PostbackLogRowsTest::whatATestHasBroughtNeedsNoAttention()
{
    const QString test = testClick();
    QVERIFY(send(u"clickid=%1&payout=1,234"_s.arg(test)));
    QVERIFY(send(u"clickid=%1&payout=1&status=bestaetigt"_s.arg(test)));
    QTRY_COMPARE(view()->model()->rowCount(), 2);
    auto *attention = part<SegmentedButton>("outcomes")->segment(u"attention"_s);
    QTest::mouseClick(attention, Qt::LeftButton);
    QTRY_VERIFY(part("showEverything")->isVisible());
    QVERIFY(send(u"clickid={aff_sub}&payout=1"_s));
    QTRY_COMPARE(view()->model()->rowCount(), 1);
    QTRY_COMPARE(attention->text(), u"Needs attention 1"_s);
}

void PostbackLogRowsTest::aPresetThatIsTakenInIsReadByAtOnce()
{
    QVERIFY(send(u"wer=%1"_s.arg(m_running->click())));
    auto *arrived = part<QTableView>("arrived_fields");
    const auto meaning = [arrived] { return arrived->model()->index(0, 2).data().toString(); };
    QTRY_COMPARE(arrived->model()->index(0, 0).data().toString(), u"wer"_s);
    QVERIFY2(meaning() != "click ID"_L1, qPrintable(meaning()));
    const QString folder = m_running->folder() % "/networks"_L1;
    QVERIFY(QDir().mkpath(folder));
    QFile file(folder % "/generic.json"_L1);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"id": "generic", "name": "Mine", "fields": {"clickId": ["wer"]}})");
    file.close();
    m_running->engine().reloadPresets();
    QTRY_COMPARE(meaning(), u"click ID"_s);
}

QTEST_MAIN(PostbackLogRowsTest)
#include "tst_postbacklogrows.moc"
