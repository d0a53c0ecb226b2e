// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chaintest/chainstep.h"
#include "networkwizard/testpage.h"
#include "store/lists.h"
#include "support/chainserver.h"
#include "support/clickbanksender.h"
#include "support/plainclient.h"
#include "widgets/copyfield.h"
#include "widgets/elidedlabel.h"
#include "wizardwalk.h"

#include <QMenu>
#include <QRadioButton>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray secret = "TESTSECRETKEY001";

} // namespace

/// The wizard's test page: real HTTP between our listener, a chain of redirects and our postback URL.
class NetworkWizardTestPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_running = std::make_unique<RunningEngine>();
        QVERIFY(m_running->start());
        m_rules = {};
        m_rules.allowedAddresses = taken(AddressList::parse({u"127.0.0.1"_s}));
        m_rules.hopMs = 5000;
    }
    void everyStepTicksItself();
    void theFocusStaysWithWhoeverHasIt_data();
    void theFocusStaysWithWhoeverHasIt();
    void theHopThatLosesTheIdIsMarked();
    void whatNoRepairMendsLeadsToThePageThatDoes_data();
    void whatNoRepairMendsLeadsToThePageThatDoes();
    void whereTheWayEndsIsSaidAtThatHop();
    void aRepairIsAppliedAndTheTestRunsAgain();
    void theNetworksOwnTestIsWaitedFor();
    void theOwnTestOfANetworkThatSignsTurnsTheLightGreen();
    void aSignatureThatIsWrongIsSaidAtItsStep();
    void theWizardIsWalkedToItsEndForEveryNativeNetwork();
    void aRepairAfterTheNetworksOwnTestJudgesThatPostbackAgain();
    void whatIsSimulatedByUnknownMacrosIsUnproven();
    void aTestCanBeStoppedAndLeftOut();
    void whatTestsHaveLeftIsRemovedByOneButton();
    void thePublicAddressIsSetWhereItIsMissed();
    void aWordThatNobodyCanGuessIsGivenItsMeaning_data();
    void aWordThatNobodyCanGuessIsGivenItsMeaning();

private:
    /// Walks to the test page of a new network whose offer link takes this way.
    bool walkTo(const WizardWalk &walk, const QString &network, const QByteArray &path) const
    {
        if (!walk.choose(network) || !walk.next())
            return false;
        walk.pasteOffer(QString::fromLatin1(m_server.url(path + "?aff=7")));
        return walk.next() && served(walk);
    }
    /// The listener learns of a campaign a moment after it was stored.
    bool served(const WizardWalk &walk) const
    {
        m_running->campaign = walk.stored().campaigns.constFirst();
        return QTest::qWaitFor([&] { return m_running->isServed(); });
    }
    static bool run(const WizardWalk &walk, const QString &button = u"simulate"_s)
    {
        walk.press(button);
        return QTest::qWaitFor([&] { return walk.find<QPushButton>(u"simulate"_s)->isEnabled(); }, 30'000);
    }
    static QString mark(const WizardWalk &walk, ChainStep::Kind kind)
    {
        return walk.find<QLabel>(u"mark_"_s % stepWord(kind))->accessibleName();
    }
    qsizetype postbacks() const
    {
        std::optional<qsizetype> count;
        m_running->engine().reader().ask<QList<PostbackRow>>(
                &m_running->engine(), [](Database &database) { return Lists(database).postbacks({}, 100); },
                [&](const Expected<QList<PostbackRow>> &rows) { count = rows ? rows->size() : -1; });
        return QTest::qWaitFor([&] { return count.has_value(); }) ? *count : -1;
    }

    /// As far as the test page of a new ClickBank INS, whose secret has been entered; there is no keychain here.
    bool walkToSigned(const WizardWalk &walk) const
    {
        if (!walk.choose(u"ClickBank Instant"_s))
            return false;
        walk.type(u"secret"_s, QString::fromLatin1(secret));
        const int page = walk.wizard.currentId();
        QTest::mouseClick(walk.button(QWizard::NextButton), Qt::LeftButton);
        if (!QTest::qWaitFor([&] { return walk.find<QWidget>(u"secretPlaces"_s)->isVisible(); }, 10'000)
            || walk.wizard.currentId() != page)
            return false;
        QTest::mouseClick(walk.find<QRadioButton>(u"placeFile"_s), Qt::LeftButton);
        if (!walk.next())
            return false;
        walk.pasteOffer(QString::fromLatin1(m_server.url("end?aff=7")));
        return walk.next() && served(walk);
    }
    /// Sends it to the newest network over HTTP; the status of the answer.
    int send(const WizardWalk &walk, const ReceivedRequest &message) const
    {
        PlainClient client(quint16(QUrl(m_running->engine().state().address).port()));
        const QByteArray text = "POST /postback/" + walk.stored().networks.constFirst().key.toLatin1()
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: "
                + QByteArray::number(message.body.size()) + "\r\n\r\n" + message.body;
        return client.isConnected() && client.send(text) ? client.readAnswer(true).status : 0;
    }

    std::unique_ptr<RunningEngine> m_running;
    ChainServer m_server;
    FollowRules m_rules;
};

void NetworkWizardTestPageTest::everyStepTicksItself()
{
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walkTo(walk, u"maxbounty"_s, "pass/meta/end"));
    QVERIFY(!walk.button(QWizard::NextButton)->isEnabled());
    QCOMPARE(mark(walk, ChainStep::Kind::Listener), u"to do"_s);
    QVERIFY(run(walk));
    for (int i = 0; i < chainStepCount; ++i)
        QCOMPARE(mark(walk, ChainStep::Kind(i)), u"passed"_s);
    // Our own link, then the three addresses of the chain.
    QVERIFY(walk.find<QLabel>(u"hop4_1"_s)->isVisible());
    QVERIFY(walk.text(u"testStatus"_s).contains("works"_L1));
    QVERIFY(walk.next());
    QCOMPARE(walk.wizard.currentPage()->findChildren<QWidget *>(u"made"_s).size(), 4);
    // Nothing but the public address is open.
    QCOMPARE(walk.wizard.currentPage()->findChildren<QWidget *>(u"open"_s).size(), 1);
}

void NetworkWizardTestPageTest::theFocusStaysWithWhoeverHasIt_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("movesAway");
    QTest::newRow("passed") << QByteArray("pass/end") << false;
    QTest::newRow("failed") << QByteArray("strip/end") << false;
    QTest::newRow("somewhere else meanwhile") << QByteArray("pass/end") << true;
}

void NetworkWizardTestPageTest::theFocusStaysWithWhoeverHasIt()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, movesAway);
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walkTo(walk, u"maxbounty"_s, path));
    auto *simulate = walk.find<QPushButton>(u"simulate"_s);
    QCOMPARE(walk.wizard.focusWidget(), simulate);
    QTest::keyClick(simulate, Qt::Key_Space);
    QCOMPARE(walk.wizard.focusWidget()->objectName(), u"stopTest"_s);
    QPushButton *back = walk.button(QWizard::BackButton);
    if (movesAway)
        back->setFocus();
    QVERIFY(QTest::qWaitFor([&] { return simulate->isEnabled(); }, 30'000));
    QWidget *next = walk.button(QWizard::NextButton);
    QWidget *expected = movesAway ? back : path.startsWith("pass") ? next : simulate;
    QTRY_COMPARE(walk.wizard.focusWidget(), expected);
    // From there the keyboard goes on: the first step with a link, or what follows.
    QTest::keyClick(walk.wizard.focusWidget(), Qt::Key_Tab);
    QVERIFY(walk.wizard.focusWidget() && walk.wizard.focusWidget()->isVisible());
}

void NetworkWizardTestPageTest::theHopThatLosesTheIdIsMarked()
{
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walkTo(walk, u"maxbounty"_s, "pass/strip/end"));
    QVERIFY(run(walk));
    QCOMPARE(mark(walk, ChainStep::Kind::Redirects), u"failed"_s);
    QCOMPARE(mark(walk, ChainStep::Kind::Payout), u"passed"_s);
    QVERIFY(!walk.find<ElidedLabel>(u"hop3_3"_s)->text().startsWith("lost here"_L1));
    QVERIFY(walk.find<ElidedLabel>(u"hop4_3"_s)->text().startsWith("lost here"_L1));
    QVERIFY(walk.find<ElidedLabel>(u"hop4_1"_s)->text().endsWith("/end"_L1));
    QVERIFY(!walk.text(u"sentence_redirects"_s).isEmpty());
    QVERIFY(walk.next());
    QCOMPARE(walk.wizard.currentPage()->findChildren<QWidget *>(u"open"_s).size(), 2);
}

void NetworkWizardTestPageTest::whatNoRepairMendsLeadsToThePageThatDoes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("query");
    QTest::addColumn<ChainStep::Kind>("broken");
    QTest::addColumn<int>("page");
    const QString whole = u"cid=#S2#&payout=#RATE#&txid=#CONVERSION_ID#"_s;
    QTest::newRow("the link loses the ID")
            << QByteArray("strip/end") << whole << ChainStep::Kind::Redirects << int(NetworkWizard::Offer);
    QTest::newRow("no payout at all")
            << QByteArray("end") << u"cid=#S2#"_s << ChainStep::Kind::Payout << int(NetworkWizard::Offer);
    QTest::newRow("no macro for the ID") << QByteArray("end") << u"cid=mine&payout=#RATE#"_s
                                         << ChainStep::Kind::ClickMatch << int(NetworkWizard::Postback);
}

void NetworkWizardTestPageTest::whatNoRepairMendsLeadsToThePageThatDoes()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, query);
    QFETCH(ChainStep::Kind, broken);
    QFETCH(int, page);
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walk.choose(u"maxbounty"_s));
    walk.type(u"query1"_s, query);
    QVERIFY(walk.next());
    walk.pasteOffer(QString::fromLatin1(m_server.url(path + "?aff=7")));
    QVERIFY(walk.next() && served(walk));
    QVERIFY(run(walk));
    QCOMPARE(mark(walk, broken), u"failed"_s);
    const auto remedies = walk.wizard.currentPage()->findChildren<QPushButton *>(u"remedy"_s);
    QVERIFY(!remedies.isEmpty());
    QTest::mouseClick(remedies.constFirst(), Qt::LeftButton);
    QCOMPARE(walk.wizard.currentId(), page);
    QVERIFY(walk.button(QWizard::NextButton)->isEnabled());
    QVERIFY(walk.wizard.currentPage()->isAncestorOf(walk.wizard.focusWidget()));
}

void NetworkWizardTestPageTest::whereTheWayEndsIsSaidAtThatHop()
{
    m_rules.allowedAddresses = {};
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walkTo(walk, u"maxbounty"_s, "end"));
    QVERIFY(run(walk));
    QCOMPARE(mark(walk, ChainStep::Kind::Redirects), u"failed"_s);
    QCOMPARE(walk.find<ElidedLabel>(u"hop2_3"_s)->text(), u"ends here"_s);
    QVERIFY(walk.find<ElidedLabel>(u"hop1_3"_s)->text() != "ends here"_L1);
}

void NetworkWizardTestPageTest::aRepairIsAppliedAndTheTestRunsAgain()
{
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walk.choose(u"maxbounty"_s));
    walk.type(u"query1"_s, u"cid=#S2#&payout=1,234&txid=#CONVERSION_ID#"_s);
    QVERIFY(walk.next());
    walk.pasteOffer(QString::fromLatin1(m_server.url("end?aff=7")));
    QVERIFY(walk.next() && served(walk));
    QVERIFY(run(walk));
    QCOMPARE(mark(walk, ChainStep::Kind::Payout), u"failed"_s);
    QVERIFY(!walk.text(u"sentence_payout"_s).isEmpty());
    walk.press(u"repair_read_decimal_comma"_s);
    QTRY_COMPARE_WITH_TIMEOUT(mark(walk, ChainStep::Kind::NotDuplicate), u"passed"_s, 30'000);
    QCOMPARE(mark(walk, ChainStep::Kind::Payout), u"passed"_s);
    QCOMPARE(walk.stored().networks.constFirst().decimalMark, DecimalMark::Comma);
    QCOMPARE(walk.stored().networks.size(), 1);
    // Whoever looks at the earlier pages again does not undo it.
    QTRY_VERIFY(walk.button(QWizard::NextButton)->isEnabled());
    QVERIFY(walk.back() && walk.back() && walk.next() && walk.next());
    QCOMPARE(walk.stored().networks.constFirst().decimalMark, DecimalMark::Comma);
}

void NetworkWizardTestPageTest::theNetworksOwnTestIsWaitedFor()
{
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walkTo(walk, u"maxbounty"_s, "end"));
    m_running->network = walk.stored().networks.constFirst();
    walk.press(u"wait"_s);
    auto *clickId = walk.find<CopyField>(u"testClickId"_s);
    QTRY_VERIFY(clickId->isVisible());
    QVERIFY(walk.text(u"testStatus"_s).contains("Waiting"_L1));
    QTRY_COMPARE(mark(walk, ChainStep::Kind::Postback), u"running"_s);
    const QString id = walk.copied(u"testClickId"_s);
    QCOMPARE(m_running->postback(u"cid=%1&payout=3.50&txid=T1"_s.arg(id)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(mark(walk, ChainStep::Kind::ClickMatch), u"passed"_s, 30'000);
    QTRY_VERIFY(walk.button(QWizard::NextButton)->isEnabled());
    QVERIFY(!clickId->isVisible());
}

void NetworkWizardTestPageTest::theOwnTestOfANetworkThatSignsTurnsTheLightGreen()
{
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walkToSigned(walk));
    QVERIFY(!walk.find<QPushButton>(u"simulate"_s)->isVisible());
    QVERIFY(walk.find<QPushButton>(u"wait"_s)->hasFocus());
    walk.press(u"wait"_s);
    QTRY_COMPARE(mark(walk, ChainStep::Kind::Postback), u"running"_s);
    QCOMPARE(send(walk, ClickBankSender(secret).send(ClickBankSender::urlTest())), 200);
    QTRY_COMPARE_WITH_TIMEOUT(mark(walk, ChainStep::Kind::NotDuplicate), u"not tested yet"_s, 30'000);
    for (int i = 0; i <= int(ChainStep::Kind::Postback); ++i)
        QCOMPARE(mark(walk, ChainStep::Kind(i)), u"passed"_s);
    for (int i = int(ChainStep::Kind::ClickMatch); i < chainStepCount; ++i) {
        QCOMPARE(mark(walk, ChainStep::Kind(i)), u"not tested yet"_s);
        QVERIFY(walk.text(u"sentence_"_s % stepWord(ChainStep::Kind(i))).contains("first real sale"_L1));
    }
    QVERIFY(walk.text(u"sentence_postback"_s).contains("signature is right"_L1));
    QTRY_VERIFY(walk.text(u"testStatus"_s).contains("first real sale"_L1));
    QVERIFY(walk.next());
    QVERIFY(walk.wizard.currentPage()->findChildren<QWidget *>(u"open"_s).size() <= 1);
}

void NetworkWizardTestPageTest::aSignatureThatIsWrongIsSaidAtItsStep()
{
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walkToSigned(walk));
    walk.press(u"wait"_s);
    QTRY_COMPARE(mark(walk, ChainStep::Kind::Postback), u"running"_s);
    QCOMPARE(send(walk, ClickBankSender("ANOTHERSECRET").send(ClickBankSender::urlTest())), 403);
    QTRY_COMPARE_WITH_TIMEOUT(mark(walk, ChainStep::Kind::Postback), u"failed"_s, 30'000);
    QVERIFY(walk.text(u"sentence_postback"_s).contains("not made with the secret"_L1));
    QTRY_COMPARE(mark(walk, ChainStep::Kind::Payout), u"not tried"_s);
    QVERIFY(!walk.text(u"testStatus"_s).contains("works"_L1));
}

void NetworkWizardTestPageTest::theWizardIsWalkedToItsEndForEveryNativeNetwork()
{
    const auto presets = m_running->engine().presets();
    int native = 0;
    for (const NetworkPreset &preset : presets->all()) {
        if (preset.kind != PresetKind::Native)
            continue;
        WizardWalk walk(m_running->engine(), m_rules);
        walk.type(u"presetSearch"_s, preset.name);
        QVERIFY2(walk.chosen() == preset.name, qPrintable(preset.name));
        QVERIFY(walk.next());
        QVERIFY(walk.copied(u"postbackUrl1"_s).endsWith(walk.stored().networks.constLast().key));
        const bool takes = !preset.postback.secret.label.isEmpty();
        QCOMPARE(walk.find<QWidget>(u"secretPart"_s)->isVisible(), takes);
        QVERIFY(walk.next()); // the secret can be entered later
        walk.pasteOffer(QString::fromLatin1(m_server.url("end?aff=7&s={clickid}")));
        QVERIFY2(walk.next(), qPrintable(preset.name));
        QVERIFY(!walk.find<QPushButton>(u"simulate"_s)->isVisible());
        QVERIFY(walk.find<QPushButton>(u"wait"_s)->isVisible());
        QVERIFY(walk.skip());
        QCOMPARE(walk.wizard.currentId(), int(NetworkWizard::Done));
        ++native;
    }
    QVERIFY(native >= 9);
}

void NetworkWizardTestPageTest::aRepairAfterTheNetworksOwnTestJudgesThatPostbackAgain()
{
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walkTo(walk, u"affise"_s, "end"));
    m_running->network = walk.stored().networks.constFirst();
    walk.press(u"wait"_s);
    QTRY_COMPARE(mark(walk, ChainStep::Kind::Postback), u"running"_s);
    const QString id = walk.copied(u"testClickId"_s);
    QCOMPARE(m_running->postback(u"cid=%1&payout=1,234&txid=T1&status=weird"_s.arg(id)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(mark(walk, ChainStep::Kind::Payout), u"failed"_s, 30'000);
    QTRY_VERIFY(walk.find<QPushButton>(u"simulate"_s)->isEnabled());
    walk.press(u"repair_read_decimal_comma"_s);
    QTRY_COMPARE(mark(walk, ChainStep::Kind::Payout), u"passed"_s);
    QCOMPARE(mark(walk, ChainStep::Kind::Status), u"failed"_s);
    QVERIFY(walk.text(u"sentence_payout"_s).contains("1.234"_L1));
    walk.find<QPushButton>(u"repair_map_status_word"_s)->menu()->actions().at(0)->trigger();
    QTRY_VERIFY(walk.text(u"testStatus"_s).contains("works"_L1));
    QCOMPARE(postbacks(), 1);
}

void NetworkWizardTestPageTest::whatIsSimulatedByUnknownMacrosIsUnproven()
{
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walkTo(walk, u"cpagrip"_s, "end"));
    QVERIFY(run(walk));
    QCOMPARE(mark(walk, ChainStep::Kind::Postback), u"passed, unproven"_s);
    QCOMPARE(mark(walk, ChainStep::Kind::Click), u"passed"_s);
    QVERIFY(!walk.text(u"testStatus"_s).contains("works"_L1));
    QVERIFY(walk.next());
    QCOMPARE(walk.wizard.currentPage()->findChildren<QWidget *>(u"open"_s).size(), 2);
}

void NetworkWizardTestPageTest::aTestCanBeStoppedAndLeftOut()
{
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walkTo(walk, u"maxbounty"_s, "end"));
    walk.press(u"wait"_s);
    QTRY_COMPARE(mark(walk, ChainStep::Kind::Postback), u"running"_s);
    QVERIFY(!walk.button(QWizard::NextButton)->isEnabled());
    walk.press(u"stopTest"_s);
    QTRY_COMPARE(mark(walk, ChainStep::Kind::Payout), u"not tried"_s);
    QTRY_VERIFY(walk.find<QPushButton>(u"simulate"_s)->isEnabled());
    walk.press(u"wait"_s);
    QVERIFY(walk.skip());
    QCOMPARE(walk.wizard.currentId(), int(NetworkWizard::Done));
}

void NetworkWizardTestPageTest::whatTestsHaveLeftIsRemovedByOneButton()
{
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walkTo(walk, u"everflow"_s, "end"));
    QVERIFY(run(walk));
    QVERIFY(postbacks() > 0);
    walk.press(u"purgeTests"_s);
    QTRY_VERIFY(walk.text(u"purged"_s).contains("Removed"_L1));
    QCOMPARE(postbacks(), 0);
    walk.press(u"purgeTests"_s);
    QTRY_VERIFY(walk.text(u"purged"_s).contains("nothing"_L1));
}

void NetworkWizardTestPageTest::thePublicAddressIsSetWhereItIsMissed()
{
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walkTo(walk, u"maxbounty"_s, "end"));
    QVERIFY(run(walk));
    auto *box = walk.find<QWidget>(u"publicAddressBox"_s);
    QVERIFY(!box->isVisible());
    walk.press(u"repair_set_public_url"_s);
    QVERIFY(box->isVisible());
    walk.type(u"publicAddress"_s, m_running->engine().state().address);
    walk.press(u"setPublicAddress"_s);
    QTRY_VERIFY_WITH_TIMEOUT(walk.text(u"testStatus"_s).contains("works"_L1), 30'000);
    QVERIFY(walk.text(u"sentence_listener"_s).contains("public address"_L1));
    QVERIFY(walk.next());
    QVERIFY(walk.wizard.currentPage()->findChildren<QWidget *>(u"open"_s).isEmpty());
}

void NetworkWizardTestPageTest::aWordThatNobodyCanGuessIsGivenItsMeaning_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("entry"); // of the menu; -1: the repair knows the meaning
    QTest::addColumn<ConversionStatus>("meaning");
    QTest::newRow("guessed") << u"accepted!"_s << -1 << ConversionStatus::Approved;
    QTest::newRow("said") << u"weird"_s << 1 << ConversionStatus::Pending;
}

void NetworkWizardTestPageTest::aWordThatNobodyCanGuessIsGivenItsMeaning()
{
    QFETCH(QString, word);
    QFETCH(int, entry);
    QFETCH(ConversionStatus, meaning);
    WizardWalk walk(m_running->engine(), m_rules);
    QVERIFY(walk.choose(u"affise"_s));
    walk.type(u"query1"_s, u"cid={sub1}&payout={sum}&status="_s % word);
    QVERIFY(walk.next());
    walk.pasteOffer(QString::fromLatin1(m_server.url("end?aff=7")));
    QVERIFY(walk.next() && served(walk));
    QVERIFY(run(walk));
    QCOMPARE(mark(walk, ChainStep::Kind::Status), u"failed"_s);
    auto *repair = walk.find<QPushButton>(u"repair_map_status_word"_s);
    if (entry < 0)
        QTest::mouseClick(repair, Qt::LeftButton);
    else
        repair->menu()->actions().at(entry)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(mark(walk, ChainStep::Kind::NotDuplicate), u"passed"_s, 30'000);
    QCOMPARE(mark(walk, ChainStep::Kind::Status), u"passed"_s);
    QCOMPARE(walk.stored().networks.constFirst().mapping.statusWords.value(word), meaning);
}

QTEST_MAIN(NetworkWizardTestPageTest)
#include "tst_networkwizardtest.moc"
