// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testpage.h"

#include "chaintest/chaintest.h"
#include "chaintest/presetmacros.h"
#include "engine/datafolder.h"
#include "engine/engine.h"
#include "engine/secretsource.h"
#include "networkwizard/presetwords.h"
#include "networkwizard/publicaddressbox.h"
#include "networkwizard/purgerow.h"
#include "networkwizard/testchecklist.h"
#include "theme.h"
#include "widgets/copyfield.h"
#include "widgets/taborder.h"
#include "widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWizard>

using namespace Qt::StringLiterals;

namespace Matchbook {

constexpr static int waitSeconds = 600;

TestPage::TestPage(NetworkDraft &draft, const FollowRules &rules, QWidget *parent)
    : WizardPage(draft, tr("Test"), parent), m_rules(rules)
{
    setObjectName("testPage"_L1);
    buildButtons();
    buildWaiting();
    m_address = new PublicAddressBox(draft.engine(), this);
    m_list = new TestChecklist(this);
    body()->addWidget(m_address);
    body()->addWidget(m_list);
    m_purge = new PurgeRow(DataFolder{draft.engine().dataFolder()}.databaseFile(), this);
    body()->addWidget(m_purge);
    body()->addStretch(1);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &TestPage::showRunning);
    connect(m_list, &TestChecklist::repairAsked, this, &TestPage::repair);
    connect(m_list, &TestChecklist::remedyAsked, this, &TestPage::mend);
    connect(m_purge, &PurgeRow::failed, this, &TestPage::showFailure);
    connect(m_address, &PublicAddressBox::addressSet, this, [this] { run(m_waitSeconds); });
}

TestPage::~TestPage() = default;

void TestPage::buildButtons()
{
    auto *row = new QHBoxLayout;
    const auto add = [&](const QString &text, const char *name) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(QLatin1StringView(name));
        button->setAutoDefault(false);
        row->addWidget(button);
        return button;
    };
    m_simulate = add(tr("Send s&imulated postback"), "simulate");
    setButtonKind(m_simulate, "primary");
    m_wait = add(tr("&Wait for the network's own test"), "wait");
    m_cancel = add(tr("S&top"), "stopTest");
    m_status = new TonedLabel({}, Tone::Grey, this);
    m_status->setObjectName("testStatus"_L1);
    row->addWidget(m_status, 1);
    body()->addLayout(row);
    connect(m_simulate, &QPushButton::clicked, this, [this] { run(0); });
    connect(m_wait, &QPushButton::clicked, this, [this] { run(waitSeconds); });
    connect(m_cancel, &QPushButton::clicked, this, &TestPage::skip);
}

void TestPage::buildWaiting()
{
    m_idRow = new QWidget(this);
    auto *column = new QVBoxLayout(m_idRow);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(
            new TonedLabel(tr("If the network's test asks for a click ID or sub ID, give it this one:"),
                           Tone::Grey, m_idRow));
    m_clickId = new CopyField(tr("Click ID of the test"), m_idRow);
    m_clickId->setObjectName("testClickId"_L1);
    m_clickId->button()->setAutoDefault(false);
    column->addWidget(m_clickId);
    m_idRow->hide();
    body()->addWidget(m_idRow);
}

void TestPage::initializePage()
{
    const QString name = draft().network().name;
    const NetworkPreset &preset = draft().preset();
    const bool verified = areMacrosVerified(preset, draft().presets().findOrGeneric(preset.id));
    setHeading(tr("Test %1 before you spend").arg(name), testSentence(preset, name, verified));
    m_address->hide();
    m_purge->setNetwork(draft().network().id);
    if (subject() != m_subject)
        forget();
    showRunning();
    orderTabs(this);
    focusFirst();
}

void TestPage::focusFirst()
{
    (draft().preset().kind == PresetKind::Native ? m_wait : m_simulate)->setFocus();
}

/// The one that started the last test, to start another.
QPushButton *TestPage::startButton() const
{
    return m_waitSeconds > 0 || m_simulate->isHidden() ? m_wait : m_simulate;
}

TestPage::Subject TestPage::subject() const
{
    return {draft().network(), draft().offer()};
}

// What was found out about something else is worth nothing.
void TestPage::forget()
{
    m_test.reset();
    m_running = false;
    m_tick.stop();
    m_result = Result::NotTried;
    m_list->clear();
}

void TestPage::run(int seconds)
{
    const Engine &engine = draft().engine();
    ChainTestWish wish;
    wish.databaseFile = DataFolder{engine.dataFolder()}.databaseFile();
    wish.network = draft().network().id;
    wish.publicUrl = engine.preferences().publicUrl;
    // Where nobody listens the test has to find out.
    wish.localUrl = engine.state().address.isEmpty() ? u"http://127.0.0.1:%1"_s.arg(engine.preferences().port)
                                                     : engine.state().address;
    wish.secret = SecretSource::of(draft().engine()).secrets()->of(wish.network);
    wish.waitSeconds = seconds;
    wish.rules = m_rules;
    forget();
    m_subject = subject();
    m_waitSeconds = seconds;
    m_address->hide();
    m_clickId->setText({});
    m_test = std::make_unique<ChainTest>(std::move(wish), draft().sharedPresets(), draft().engine().clock());
    watch();
    m_running = true;
    m_since.start();
    m_tick.start();
    m_test->start();
    showRunning();
    m_cancel->setFocus();
    Q_EMIT completeChanged();
}

void TestPage::watch()
{
    const ChainTest *test = m_test.get();
    connect(test, &ChainTest::stepChanged, this, [this, test](const ChainStep &step) {
        m_list->setStep(step);
        m_list->setHops(test->hops(), test->trace());
        if (m_waitSeconds > 0)
            m_clickId->setText(test->clickId());
        showRunning();
    });
    connect(test, &ChainTest::hopFollowed, this,
            [this, test] { m_list->setHops(test->hops(), test->trace()); });
    connect(test, &ChainTest::finished, this, &TestPage::takeEnd);
}

void TestPage::takeEnd(bool passed)
{
    // Whoever looks at a step or writes somewhere meanwhile is left in peace.
    const QWidget *focused = window()->focusWidget();
    const bool waits = !focused || focused == m_cancel || !focused->isVisible();
    m_running = false;
    m_tick.stop();
    m_result = !passed ? Result::Failed : m_test->isProven() ? Result::Passed : Result::Unproven;
    showRunning();
    Q_EMIT completeChanged();
    orderTabs(this);
    if (!isVisible() || !waits)
        return;
    const auto onwards = nextId() < 0 ? QWizard::CancelButton : QWizard::NextButton;
    (passed ? wizard()->button(onwards) : startButton())->setFocus();
}

void TestPage::showRunning()
{
    m_simulate->setEnabled(!m_running);
    m_simulate->setVisible(draft().preset().kind != PresetKind::Native);
    m_wait->setEnabled(!m_running);
    // A button that is hidden with the focus hands it on to anything, and the page scrolls there.
    if (!m_running && window()->focusWidget() == m_cancel)
        startButton()->setFocus();
    m_cancel->setVisible(m_running);
    m_purge->setIdle(!m_running);
    m_idRow->setVisible(m_running && m_waitSeconds > 0 && !m_clickId->text().isEmpty());
    const qint64 seconds = m_running ? m_since.elapsed() / 1000 : 0;
    const QString clock = u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
    QString text;
    Tone tone = Tone::Grey;
    if (m_running) {
        text = m_waitSeconds > 0 ? tr("Waiting for a postback · %1").arg(clock)
                                 : tr("Testing · %1").arg(clock);
    } else if (m_result == Result::Passed) {
        text = m_test && m_test->waitsForSale()
                ? tr("The set-up works. The first real sale will show the rest.")
                : tr("The whole chain works.");
        tone = Tone::Green;
    } else if (m_result == Result::Unproven) {
        text = tr("Nothing is broken here, but only the network's own test proves its postback.");
        tone = Tone::Amber;
    } else if (m_result == Result::Failed) {
        text = tr("The chain is broken where a step has failed.");
        tone = Tone::Red;
    }
    m_status->setTone(tone);
    m_status->setText(text);
}

bool TestPage::isComplete() const
{
    return !m_running && m_result != Result::NotTried;
}

QString TestPage::skipText() const
{
    return tr("&Skip test");
}

void TestPage::skip()
{
    if (m_running)
        m_test->cancel();
}

void TestPage::repair(const Repair &repair)
{
    if (m_running)
        return;
    if (std::holds_alternative<SetPublicUrl>(repair)) {
        m_address->look(true);
        return;
    }
    const bool newLink = std::holds_alternative<UseSubIdParameter>(repair);
    const auto mended = repaired(draft().network(), repair);
    if (!mended)
        return;
    draft().storeNetwork(*mended, [this, newLink](const std::optional<Failure> &failure) {
        if (failure)
            showFailure(*failure);
        else
            tryAgain(newLink);
    });
}

void TestPage::mend(TestRemedy remedy)
{
    if (remedy == TestRemedy::ChangeOfferLink || remedy == TestRemedy::ShowPostbackUrl)
        Q_EMIT elsewhereAsked(remedy);
    else if (!m_running)
        run(remedy == TestRemedy::WaitForNetwork ? waitSeconds : m_waitSeconds);
}

// What the network itself has sent says more than anything simulated, and it will not come again by itself.
void TestPage::tryAgain(bool newLink)
{
    if (newLink || !m_test || !m_test->canJudgeAgain())
        return run(m_waitSeconds);
    m_subject = subject();
    m_test->judgeAgain(draft().network());
}

} // namespace Matchbook
