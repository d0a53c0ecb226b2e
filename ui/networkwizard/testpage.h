// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chaintest/followrules.h"
#include "chaintest/repair.h"
#include "testremedy.h"
#include "wizardpage.h"

#include <QElapsedTimer>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class ChainTest;
class CopyField;
class PublicAddressBox;
class PurgeRow;
class TestChecklist;

/// The whole chain of a network, tried before money is spent on it: a checklist that ticks itself.
class TestPage : public WizardPage
{
    Q_OBJECT
public:
    enum class Result {
        NotTried,
        Passed,
        Unproven, ///< passed, but by a postback that says nothing about the network
        Failed
    };

    /// \a rules say how far links are followed.
    TestPage(NetworkDraft &draft, const FollowRules &rules, QWidget *parent = nullptr);
    ~TestPage() override;

    Result result() const { return m_result; }
    void initializePage() override;
    void focusFirst() override;
    bool isComplete() const override;
    QString skipText() const override;

Q_SIGNALS:
    /// The offer link or the postback URL has to be changed, which is done in another place.
    void elsewhereAsked(Matchbook::TestRemedy remedy);

protected:
    void skip() override;

private:
    /// What a result is about.
    struct Subject {
        AffiliateNetwork network;
        std::optional<Offer> offer;

        friend bool operator==(const Subject &, const Subject &) = default;
    };

    Subject subject() const;
    void forget();
    void buildButtons();
    void buildWaiting();
    void run(int waitSeconds);
    void watch();
    void takeEnd(bool passed);
    QPushButton *startButton() const;
    void showRunning();
    void repair(const Repair &repair);
    void mend(TestRemedy remedy);
    void tryAgain(bool newLink);

    FollowRules m_rules;
    std::unique_ptr<ChainTest> m_test; ///< the last or running one
    Subject m_subject; ///< of that test
    Result m_result = Result::NotTried;
    bool m_running = false;
    int m_waitSeconds = 0;
    QElapsedTimer m_since;
    QTimer m_tick;
    QPushButton *m_simulate = nullptr;
    QPushButton *m_wait = nullptr;
    QPushButton *m_cancel = nullptr;
    TonedLabel *m_status = nullptr;
    QWidget *m_idRow = nullptr;
    CopyField *m_clickId = nullptr;
    PublicAddressBox *m_address = nullptr;
    TestChecklist *m_list = nullptr;
    PurgeRow *m_purge = nullptr;
};

} // namespace Matchbook
