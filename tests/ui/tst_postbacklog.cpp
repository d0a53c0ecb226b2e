// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbacklogonscreen.h"
#include "whendialogopens.h"

#include "engine/rereadingdesk.h"
#include "forms/choicecombo.h"
#include "postbacklog/causewords.h"
#include "postbacklog/postbackinspector.h"
#include "widgets/elidedlabel.h"
#include "widgets/segmentedbutton.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// The postback log as a person uses it, on a listener that really listens.
class PostbackLogTest : public QObject, protected PostbackLogOnScreen
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(openLog()); }
    void cleanup() { closeLog(); }
    void aMappedWordIsPreviewedAppliedAndUndone();
    void theSettingIsTakenBackWithThePreview();
    void anAmountWithTwoReadingsIsReadAsThePersonSays_data();
    void anAmountWithTwoReadingsIsReadAsThePersonSays();
    void aRequestIsAttachedToAClickFoundByItsId();
    void theClickOfACutIdIsFoundAtOnce();
    void aRequestIsKeptAsRevenueAndThatIsUndoneLater();
    void aRequestInQuarantineIsGivenToANetwork();
    void onlyWhatMakesSenseIsOffered();
    void aReplayThatWouldRemoveASaleAsksFirst();
    void severalRequestsAreReplayedAtOnce();
    void aTestCaseIsSavedInAFolderOfItsOwn();
    void filtersLeaveWhatTheySay();
    void anotherPageOpensACauseOfANetwork();
    void aClickIdUnderAnotherNameIsReadThere();
    void everyCauseAndEveryRepairCanBeChosen();
    void theChosenRequestIsShownWhateverArrives();
    void afterAFilterTheRequestShownIsOneOfTheList();
    void onlyWhatWasSetHereIsTakenBack();
    void undoNeverTakesBackAnothersReading();
    void whatOthersAskTheDeskForIsNoNewsHere();
    void aRequestWithAKeyThatHasRunOutIsGivenToItsNetwork();
    void theShareOfMatchedFollowsARereading();

private:
    RereadingDesk &desk() { return m_running->engine().rereadings(); }
    bool changeNetwork(const std::function<void(AffiliateNetwork &)> &change)
    {
        return m_running->edit<AffiliateNetwork>(
                [change](Catalogue &catalogue) -> Expected<AffiliateNetwork> {
                    AffiliateNetwork network = catalogue.networks()->constFirst();
                    change(network);
                    const auto stored = catalogue.updateNetwork(network);
                    return stored ? Expected<AffiliateNetwork>(network) : unexpected(stored.error());
                },
                &m_running->network);
    }
};

void PostbackLogTest::aMappedWordIsPreviewedAppliedAndUndone()
{
    const QString id = m_running->click();
    QVERIFY(send(u"clickid=%1&txid=T1&payout=9.50&status=bestaetigt"_s.arg(id)));
    QTRY_COMPARE(cell(0, 2), u"Not understood"_s);
    auto *status = part<QComboBox>("statusOfWord");
    QTRY_VERIFY(status->isVisible());
    status->setCurrentIndex(status->findText(u"Approved"_s));
    press("mapWord");
    QTRY_COMPARE(headline(), u"This would add one conversion"_s);
    QCOMPARE(conversions(), 0);
    press("rereadingApply");
    QTRY_COMPARE(headline(), u"One conversion was added"_s);
    QCOMPARE(conversions(), 1);
    QTRY_COMPARE(cell(0, 2), u"Matched"_s);
    QTRY_VERIFY(!status->isVisible());
    press("rereadingUndo");
    QTRY_COMPARE(headline(), u"Undone: everything is as it was"_s);
    QCOMPARE(conversions(), 0);
    QTRY_COMPARE(cell(0, 2), u"Not understood"_s);
    press("mappingBack");
    QTRY_COMPARE(headline(), u"The setting is as it was before"_s);
    QVERIFY(send(u"clickid=%1&txid=T2&payout=9.50&status=bestaetigt"_s.arg(id)));
    QTRY_COMPARE(view()->model()->rowCount(), 2);
    QTRY_COMPARE(cell(0, 2), u"Not understood"_s);
}

void PostbackLogTest::theSettingIsTakenBackWithThePreview()
{
    QVERIFY(send(u"clickid=%1&payout=9.50&status=bestaetigt"_s.arg(m_running->click())));
    QTRY_VERIFY(part("mapWord")->isVisible());
    press("mapWord");
    QTRY_VERIFY(part("rereadingApply")->isVisible());
    press("mappingBack");
    QTRY_COMPARE(headline(), u"The setting is as it was before"_s);
    QCOMPARE(conversions(), 0);
    QVERIFY(!part("rereadingApply")->isVisible());
}

void PostbackLogTest::anAmountWithTwoReadingsIsReadAsThePersonSays_data()
{
    QTest::addColumn<int>("reading");
    QTest::newRow("one") << 0;
    QTest::newRow("the other") << 1;
}

void PostbackLogTest::anAmountWithTwoReadingsIsReadAsThePersonSays()
{
    QFETCH(int, reading);
    QVERIFY(send(u"clickid=%1&payout=1,234"_s.arg(m_running->click())));
    const QByteArray name = "reading" + QByteArray::number(reading);
    QTRY_VERIFY(part(name.constData())->isVisible());
    const QString shown = part(name.constData())->text();
    QVERIFY2(shown == u"1,234"_s || shown == u"1234,00"_s, qPrintable(shown));
    press(name.constData());
    QTRY_COMPARE(headline(), u"This would add one conversion"_s);
    press("rereadingApply");
    QTRY_COMPARE(headline(), u"One conversion was added"_s);
    QTRY_COMPARE(cell(0, 2), u"Matched"_s);
    QVERIFY2(cell(0, 4).contains(shown == u"1,234"_s ? u"1,23"_s : u"234"_s), qPrintable(cell(0, 4)));
    QCOMPARE(cell(0, 4).contains(u"1,23"_s), shown == u"1,234"_s);
}

void PostbackLogTest::aRequestIsAttachedToAClickFoundByItsId()
{
    const QString id = m_running->click();
    m_running->click();
    QVERIFY(send(u"clickid={aff_sub}&txid=T1&payout=9.50"_s));
    QTRY_VERIFY(part("attach")->isVisible());
    QString listed;
    whenDialogOpens<QDialog>(m_page.get(), [&](QDialog *dialog) {
        auto *table = dialog->findChild<QTableView *>();
        auto *ok = dialog->findChild<QPushButton *>(u"ok"_s);
        const bool both = QTest::qWaitFor([&] { return table->model()->rowCount() == 2; });
        const bool disabled = !ok->isEnabled();
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"clickSearch"_s), id);
        const bool found
                = QTest::qWaitFor([&] { return table->model()->rowCount() == 1 && ok->isEnabled(); });
        if (both && disabled && found)
            listed = table->model()->index(0, 1).data().toString();
        if (ok->isEnabled())
            QTest::mouseClick(ok, Qt::LeftButton);
        else
            dialog->reject();
    });
    press("attach");
    QCOMPARE(listed, id);
    QTRY_COMPARE(headline(), u"One conversion was added"_s);
    QTRY_COMPARE(cell(0, 2), u"Matched"_s);
    QCOMPARE(conversions(), 1);
}

void PostbackLogTest::theClickOfACutIdIsFoundAtOnce()
{
    m_running->click();
    const QString id = m_running->click();
    m_running->click();
    QVERIFY(send(u"clickid=%1&txid=T1&payout=9.50"_s.arg(id.first(16))));
    QTRY_VERIFY(part("attach")->isVisible());
    QString listed;
    QTimer::singleShot(100, m_page.get(), [&] {
        auto *dialog = m_page->findChild<QDialog *>(u"attachDialog"_s);
        auto *table = dialog->findChild<QTableView *>();
        auto *ok = dialog->findChild<QPushButton *>(u"ok"_s);
        if (QTest::qWaitFor([&] { return table->model()->rowCount() == 1 && ok->isEnabled(); }))
            listed = table->model()->index(0, 1).data().toString();
        dialog->reject();
    });
    press("attach");
    QCOMPARE(listed, id);
}

void PostbackLogTest::aRequestIsKeptAsRevenueAndThatIsUndoneLater()
{
    QVERIFY(send(u"clickid={aff_sub}&txid=T1&payout=9.50"_s));
    QTRY_VERIFY(part("keep")->isVisible());
    QVERIFY(!part("undoLast")->isVisible());
    press("keep");
    QTRY_COMPARE(headline(), u"One conversion was added"_s);
    QCOMPARE(conversions(), 1);
    press("rereadingDismiss");
    QTRY_VERIFY(part("undoLast")->isVisible());
    press("undoLast");
    QTRY_COMPARE(headline(), u"Undone: everything is as it was"_s);
    QCOMPARE(conversions(), 0);
    QTRY_VERIFY(!part("undoLast")->isVisible());
}

void PostbackLogTest::aRequestInQuarantineIsGivenToANetwork()
{
    const QString key = m_running->network.key;
    const QString id = m_running->click();
    m_running->network.key = u"aa00bb11cc22"_s;
    QCOMPARE(m_running->postback(u"clickid=%1&txid=T1&payout=9.50"_s.arg(id)), 404);
    m_running->network.key = key;
    QTRY_COMPARE(cell(0, 2), u"Key unknown"_s);
    QTRY_VERIFY(part<QComboBox>("giveTo")->isVisible());
    QCOMPARE(part<QComboBox>("giveTo")->currentText(), u"Northway"_s);
    QVERIFY(!part("replay")->isVisible());
    press("give");
    QTRY_COMPARE(headline(), u"One conversion was added"_s);
    QTRY_COMPARE(cell(0, 1), u"Northway"_s);
}

void PostbackLogTest::onlyWhatMakesSenseIsOffered()
{
    QVERIFY(send(u"clickid=%1&txid=T1&payout=9.50"_s.arg(m_running->click())));
    QTRY_VERIFY(part("replay")->isVisible());
    QVERIFY(!part<QWidget>("repairBox")->isVisible());
    press("replay");
    QTRY_COMPARE(headline(), u"Read again: no conversion changed"_s);
    QCOMPARE(conversions(), 1);
    QVERIFY(send(u"clickid=%1&txid=T2&payout=9.50&status=bestaetigt"_s.arg(m_running->click())));
    QTRY_COMPARE(view()->model()->rowCount(), 2);
    QTRY_VERIFY(cell(0, 2) == u"Not understood"_s);
    view()->selectRow(0);
    QTRY_VERIFY(part("mapWord")->isVisible());
    QVERIFY(!part("attach")->isVisible());
    QVERIFY(!part("give")->isVisible());
}

void PostbackLogTest::aReplayThatWouldRemoveASaleAsksFirst()
{
    QVERIFY(send(u"clickid=%1&txid=T1&payout=9.50&status=gut"_s.arg(m_running->click())));
    QTRY_VERIFY(part("mapWord")->isVisible());
    press("mapWord");
    QTRY_COMPARE(headline(), u"This would add one conversion"_s);
    press("rereadingApply");
    QTRY_COMPARE(headline(), u"One conversion was added"_s);
    AffiliateNetwork network = m_running->network;
    QVERIFY(m_running->edit<AffiliateNetwork>(
            [&](Catalogue &catalogue) -> Expected<AffiliateNetwork> {
                network.mapping = {};
                const auto stored = catalogue.updateNetwork(network);
                return stored ? Expected<AffiliateNetwork>(network) : unexpected(stored.error());
            },
            &network));
    press("replay");
    QTRY_VERIFY(part("rereadingApply")->isVisible());
    QCOMPARE(conversions(), 1);
    press("rereadingDismiss");
    QCOMPARE(conversions(), 1);
    press("replay");
    QTRY_VERIFY(part("rereadingApply")->isVisible());
    press("rereadingApply");
    QTRY_COMPARE(conversions(), 0);
}

void PostbackLogTest::severalRequestsAreReplayedAtOnce()
{
    QVERIFY(send(u"clickid=%1&txid=T1&payout=9.50&status=bestaetigt"_s.arg(m_running->click())));
    QVERIFY(send(u"clickid=%1&txid=T2&payout=9.50&status=bestaetigt"_s.arg(m_running->click())));
    QTRY_COMPARE(view()->model()->rowCount(), 2);
    QTRY_VERIFY(part("mapWord")->isVisible());
    QVERIFY(!part("replaySelected")->isVisible());
    press("mapWord");
    QTRY_COMPARE(headline(), u"This would add 2 conversions"_s);
    press("rereadingDismiss");
    QTest::keyClick(view(), Qt::Key_A, Qt::ControlModifier);
    press("replaySelected");
    QTRY_VERIFY(part("rereadingApply")->isVisible());
    QCOMPARE(headline(), u"This would add 2 conversions"_s);
    press("rereadingApply");
    QTRY_COMPARE(headline(), u"2 conversions were added"_s);
    QCOMPARE(conversions(), 2);
}

void PostbackLogTest::aTestCaseIsSavedInAFolderOfItsOwn()
{
    QVERIFY(send(u"clickid=%1&txid=T1&payout=9.50"_s.arg(m_running->click())));
    QTRY_VERIFY(part("saveCase")->isVisible());
    const QTemporaryDir folder;
    whenDialogOpens<QFileDialog>(m_page.get(), [&](QFileDialog *dialog) {
        dialog->setDirectory(folder.path());
        QMetaObject::invokeMethod(dialog, "accept");
    });
    press("saveCase");
    QTRY_COMPARE(headline(), u"Saved as a test case"_s);
    QVERIFY(QFileInfo::exists(folder.filePath(u"request-1/request.http"_s)));
    QVERIFY(QFileInfo::exists(folder.filePath(u"request-1/request.json"_s)));
}

void PostbackLogTest::filtersLeaveWhatTheySay()
{
    QVERIFY(send(u"clickid=%1&txid=T1&payout=9.50"_s.arg(m_running->click())));
    QVERIFY(send(u"clickid={aff_sub}&payout=1"_s));
    QVERIFY(send(u"clickid=%1&txid=T3&payout=1&status=bestaetigt"_s.arg(m_running->click())));
    QTRY_COMPARE(view()->model()->rowCount(), 3);
    auto *segments = part<SegmentedButton>("outcomes");
    QTest::mouseClick(segments->segment(u"attention"_s), Qt::LeftButton);
    QTRY_COMPARE(view()->model()->rowCount(), 2);
    QCOMPARE(part<QComboBox>("period")->currentText(), u"Last 30 days"_s);
    auto *cause = part<QComboBox>("cause");
    cause->setCurrentIndex(cause->findData(u"literal_token"_s));
    QTRY_COMPARE(view()->model()->rowCount(), 1);
    cause->setCurrentIndex(0);
    QTest::mouseClick(segments->segment(u"all"_s), Qt::LeftButton);
    QTRY_COMPARE(view()->model()->rowCount(), 3);
    auto *period = part<QComboBox>("period");
    QCOMPARE(period->currentText(), u"All time"_s);
    period->setCurrentIndex(period->findData(u"yesterday"_s));
    QTRY_VERIFY(part("showEverything")->isVisible());
    press("showEverything");
    QTRY_COMPARE(view()->model()->rowCount(), 3);
    QTest::keyClicks(part<QLineEdit>("search"), u"T3"_s);
    QTRY_COMPARE(view()->model()->rowCount(), 1);
}

void PostbackLogTest::anotherPageOpensACauseOfANetwork()
{
    QVERIFY(send(u"clickid=%1&txid=T1&payout=9.50"_s.arg(m_running->click())));
    QVERIFY(send(u"clickid={aff_sub}&payout=1"_s));
    QTRY_COMPARE(view()->model()->rowCount(), 2);
    m_page->open({{u"network"_s, m_running->network.id.value}, {u"cause"_s, u"literal_token"_s}});
    QTRY_COMPARE(view()->model()->rowCount(), 1);
    QTRY_COMPARE(cell(0, 2), u"Unmatched"_s);
    QCOMPARE(part<QComboBox>("network")->currentText(), u"Northway"_s);
    m_page->showCause(m_running->network.id, PostbackCause::UnknownStatus);
    QTRY_VERIFY(part("showEverything")->isVisible());
}

void PostbackLogTest::aClickIdUnderAnotherNameIsReadThere()
{
    QVERIFY(send(u"xyz=%1&payout=9.50"_s.arg(m_running->click())));
    QTRY_VERIFY(part("readClickId")->isVisible());
    QVERIFY(part("readClickId")->text().contains("xyz"_L1));
    press("readClickId");
    QTRY_COMPARE(headline(), u"This would add one conversion"_s);
    press("rereadingApply");
    QTRY_COMPARE(headline(), u"One conversion was added"_s);
    QTRY_VERIFY(!part("readClickId")->isVisible());
    QVERIFY(send(u"clickid=%1&payout=9.50"_s.arg(m_running->click()))); // as the preset has it
    QTRY_COMPARE(conversions(), 2);
}

void PostbackLogTest::everyCauseAndEveryRepairCanBeChosen()
{
    QStringList words;
    for (const Choice &choice : causeChoices())
        words << choice.value.toString();
    for (int i = 1; i <= int(PostbackCause::EventWithoutMoney); ++i) {
        QVERIFY(words.contains(QString(causeWord(PostbackCause(i)))));
        QVERIFY(!causeText(PostbackCause(i)).isEmpty());
    }
    for (const char *repair : {"decoded", "case_folded", "trimmed"})
        QVERIFY(words.contains(QString::fromLatin1(repair)));
    QVERIFY(send(u"clickid=%1&payout=1&txid=T1"_s.arg(m_running->click().toUpper())));
    QVERIFY(send(u"clickid=%1&payout=1&txid=T2"_s.arg(m_running->click())));
    QTRY_COMPARE(view()->model()->rowCount(), 2);
    auto *cause = m_page->findChild<ChoiceCombo *>(u"cause"_s);
    cause->setCurrentIndex(cause->findData(u"case_folded"_s));
    QTRY_COMPARE(view()->model()->rowCount(), 1);
}

void PostbackLogTest::theChosenRequestIsShownWhateverArrives()
{
    QVERIFY(send(u"clickid=%1&txid=T1&payout=9.50"_s.arg(m_running->click())));
    QVERIFY(send(u"clickid=%1&txid=T2&payout=9.50"_s.arg(m_running->click())));
    QTRY_COMPARE(view()->model()->rowCount(), 2);
    auto *inspector = m_page->findChild<PostbackInspector *>();
    view()->selectRow(1);
    QTRY_COMPARE(inspector->shown(), PostbackId{1});
    view()->selectRow(0);
    m_page->refresh();
    QTRY_COMPARE(inspector->shown(), PostbackId{2});
    QTest::qWait(300);
    QCOMPARE(inspector->shown(), PostbackId{2});
}

void PostbackLogTest::afterAFilterTheRequestShownIsOneOfTheList()
{
    QVERIFY(send(u"clickid=nonsense&payout=6"_s));
    QVERIFY(send(u"clickid=%1&payout=5"_s.arg(m_running->click())));
    QTRY_COMPARE(view()->model()->rowCount(), 2);
    QTRY_COMPARE(cell(0, 2), u"Matched"_s);
    view()->selectRow(0);
    auto *segments = m_page->findChild<SegmentedButton *>();
    QTest::mouseClick(segments->segment(u"attention"_s), Qt::LeftButton);
    QTRY_COMPARE(view()->model()->rowCount(), 1);
    QTRY_COMPARE(view()->currentIndex().row(), 0);
    const auto isExplained = [this](const QString &text) {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&text](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    QTRY_VERIFY(isExplained(u"nonsense"_s));
    // Nothing is explained where nothing is left.
    part<QLineEdit>("search")->setText(u"nothing has this"_s);
    QTRY_COMPARE(view()->model()->rowCount(), 0);
    QTRY_VERIFY(!isExplained(u"nonsense"_s));
}

void PostbackLogTest::onlyWhatWasSetHereIsTakenBack()
{
    QVERIFY(send(u"clickid=%1&payout=9.50&status=bestaetigt"_s.arg(m_running->click())));
    QTRY_VERIFY(part("mapWord")->isVisible());
    press("mapWord");
    QTRY_VERIFY(part("rereadingApply")->isVisible());
    QVERIFY(changeNetwork([](AffiliateNetwork &network) {
        network.mapping.fields.insert(FieldMeaning::Payout, {u"commission"_s});
        network.mapping.statusWords.insert(u"offen"_s, ConversionStatus::Pending);
    }));
    QVERIFY(m_running->network.mapping.statusWords.contains(u"bestaetigt"_s));
    press("mappingBack");
    QTRY_COMPARE(headline(), u"The setting is as it was before"_s);
    QVERIFY(changeNetwork([](AffiliateNetwork &) {}));
    const NetworkMapping &mapping = m_running->network.mapping;
    QCOMPARE(mapping.statusWords.keys(), QStringList{u"offen"_s});
    QCOMPARE(mapping.fields.value(FieldMeaning::Payout), QStringList{u"commission"_s});
}

void PostbackLogTest::undoNeverTakesBackAnothersReading()
{
    QVERIFY(send(u"clickid=%1&txid=T1&payout=9.50&status=bestaetigt"_s.arg(m_running->click())));
    QTRY_VERIFY(part("mapWord")->isVisible());
    press("mapWord");
    QTRY_VERIFY(part("rereadingApply")->isVisible());
    press("rereadingApply");
    QTRY_COMPARE(headline(), u"One conversion was added"_s);
    QVERIFY(send(u"clickid=%1&txid=T2&payout=9.50&status=offen"_s.arg(m_running->click())));
    QVERIFY(changeNetwork([](AffiliateNetwork &network) {
        network.mapping.statusWords.insert(u"offen"_s, ConversionStatus::Pending);
    }));
    QSignalSpy freed(&desk(), &RereadingDesk::freed);
    RereadingChoice everything;
    everything.network = m_running->network.id;
    QVERIFY(desk().apply(everything) != 0);
    QTRY_COMPARE(freed.size(), 1);
    QCOMPARE(conversions(), 2);
    press("rereadingUndo");
    QTRY_COMPARE(headline(), u"History was read again since"_s);
    QCOMPARE(conversions(), 2);
    QTRY_VERIFY(part("undoLast")->isVisible());
    press("undoLast");
    QTRY_COMPARE(headline(), u"Undone: everything is as it was"_s);
    QCOMPARE(conversions(), 1);
    // The word is that of the first re-reading, which stands.
    QVERIFY(!part("mappingBack")->isVisible());
}

void PostbackLogTest::whatOthersAskTheDeskForIsNoNewsHere()
{
    QVERIFY(send(u"clickid=%1&txid=T1&payout=9.50&status=bestaetigt"_s.arg(m_running->click())));
    QTRY_VERIFY(part("mapWord")->isVisible());
    press("mapWord");
    QTRY_VERIFY(part("rereadingApply")->isVisible());
    QTest::mouseClick(part("rereadingApply"), Qt::LeftButton);
    QVERIFY(desk().isAtWork());
    RereadingChoice everything;
    everything.network = m_running->network.id;
    QCOMPARE(desk().preview(everything), 0);
    QTRY_COMPARE(headline(), u"One conversion was added"_s);
    QVERIFY(desk().preview(everything) != 0);
    QTRY_VERIFY(!desk().isAtWork());
    QCOMPARE(headline(), u"One conversion was added"_s);
}

void PostbackLogTest::aRequestWithAKeyThatHasRunOutIsGivenToItsNetwork()
{
    AffiliateNetwork other;
    QVERIFY(m_running->edit<AffiliateNetwork>(
            [](Catalogue &catalogue) {
                AffiliateNetwork network;
                network.name = u"Zenith"_s;
                network.preset = u"generic"_s;
                return catalogue.addNetwork(network);
            },
            &other));
    AffiliateNetwork rotated;
    QVERIFY(m_running->edit<AffiliateNetwork>(
            [id = other.id](Catalogue &catalogue) { return catalogue.rotateKey(id, 0); }, &rotated));
    m_running->network = other; // with the key of before
    QCOMPARE(m_running->postback(u"txid=T1&payout=9.50"_s), 404);
    QTRY_VERIFY2(cell(0, 3).contains("Zenith"_L1), qPrintable(cell(0, 3)));
    view()->selectRow(0);
    QTRY_VERIFY(part<QComboBox>("giveTo")->isVisible());
    QCOMPARE(part<QComboBox>("giveTo")->currentText(), u"Zenith"_s);
    press("give");
    QTRY_COMPARE(cell(0, 1), u"Zenith"_s);
}

void PostbackLogTest::theShareOfMatchedFollowsARereading()
{
    const auto share = [this] {
        const auto labels = m_page->findChildren<ElidedLabel *>();
        for (const ElidedLabel *label : labels) {
            if (label->text().endsWith("matched"_L1))
                return label->text();
        }
        return QString();
    };
    QVERIFY(send(u"clickid=%1&payout=9.50&status=bestaetigt"_s.arg(m_running->click())));
    QTRY_VERIFY2(share().contains(u"· 0,0"_s), qPrintable(share()));
    press("mapWord");
    QTRY_COMPARE(headline(), u"This would add one conversion"_s);
    press("rereadingApply");
    QTRY_COMPARE(headline(), u"One conversion was added"_s);
    QTRY_VERIFY2(share().contains(u"100,0"_s), qPrintable(share()));
}

QTEST_MAIN(PostbackLogTest)
#include "tst_postbacklog.moc"
