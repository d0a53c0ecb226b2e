// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notificationsteps.h"

#include "matching/diagnosis.h"
#include "stepsentences.h"

#include <QCoreApplication>

namespace Matchbook {

using Kind = ChainStep::Kind;
using State = ChainStep::State;

namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::NotificationSteps)
};

} // namespace

std::optional<ChainStep> notificationStep(const PostbackRow &row)
{
    switch (row.cause) {
    case PostbackCause::SetupTest:
        return ChainStep{Kind::Postback,
                         State::Passed,
                         {},
                         Said::tr("The network's own test has arrived from %1, and its signature is right.")
                                 .arg(row.sender),
                         {}};
    case PostbackCause::SignatureWrong:
    case PostbackCause::SecretMissing:
    case PostbackCause::UnreadableNotification:
        return ChainStep{Kind::Postback,
                         State::Failed,
                         causeWord(row.cause),
                         explanation(row.outcome, row.cause, row.causeDetail),
                         {}};
    default:
        return std::nullopt;
    }
}

QList<ChainStep> stepsAfterNotification(const PostbackRow &row)
{
    QList<ChainStep> steps;
    for (const Kind kind : {Kind::ClickMatch, Kind::Payout, Kind::Status, Kind::NotDuplicate}) {
        if (row.cause == PostbackCause::SetupTest)
            steps << ChainStep{
                    kind,
                    State::Skipped,
                    ChainStep::firstSaleCause,
                    Said::tr(
                            "Not tested yet: the network's own test names no sale. The first real sale will show it."),
                    {}};
        else
            steps << skippedStep(kind);
    }
    return steps;
}

ChainStep unprovedSimulationStep()
{
    return {Kind::Postback,
            State::Failed,
            causeWord(PostbackCause::SignatureWrong),
            Said::tr(
                    "What was simulated was not believed: the postback URL lacks the network's macro for the secret, or the "
                    "listener has another secret than this test. Copy the postback URL into the network's dashboard "
                    "anew, and wait for the network's own test."),
            {}};
}

ChainStep onlyTheNetworkSignsStep()
{
    return {Kind::Postback,
            State::Skipped,
            QStringLiteral("needs_own_test"),
            Said::tr(
                    "What this network sends is signed, so it cannot be simulated. Wait for its own test instead."),
            {}};
}

} // namespace Matchbook
