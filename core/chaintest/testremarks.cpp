// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testremarks.h"

#include <QCoreApplication>

namespace Matchbook {

using Kind = ChainStep::Kind;
using State = ChainStep::State;

namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::TestRemarks)
};

} // namespace

QString straySentence(const PostbackRow &row)
{
    if (row.cause == PostbackCause::ExpiredKey)
        return Said::
                tr("A postback arrived from %1 with an old key that has run out. Copy the present postback URL into the "
                   "network's dashboard.")
                        .arg(row.sender);
    if (row.network.isEmpty())
        return Said::
                tr("A postback arrived from %1 with an unknown key: the postback URL in the dashboard is not one of "
                   "yours, or it was cut off. Copy it there again.")
                        .arg(row.sender);
    return Said::
            tr("A postback arrived from %1 at the URL of %2, not at this network's. Copy this network's own postback "
               "URL into its dashboard.")
                    .arg(row.sender, row.network);
}

QString strayCause(const PostbackRow &row)
{
    if (row.cause == PostbackCause::ExpiredKey)
        return causeWord(row.cause);
    return row.network.isEmpty() ? QString(causeWord(PostbackCause::UnknownKey))
                                 : QStringLiteral("other_network");
}

ChainStep startedForTest(ChainStep step)
{
    step.state = State::Warning;
    step.cause = QStringLiteral("listener_for_test_only");
    step.sentence = Said::tr(
            "Nothing listens; a listener was started for this test only. Start Matchbook or `matchbook serve`.");
    return step;
}

ChainStep ownLinkStep(const QString &url)
{
    return {Kind::Redirects,
            State::Failed,
            QStringLiteral("own_tracking_link"),
            Said::tr(
                    "The offer link %1 is one of Matchbook's own tracking links, so visitors would go in a circle. Enter the "
                    "link that the network gives you for the offer.")
                    .arg(url.left(200)),
            {}};
}

ChainStep wrongSubIdStep(const SubIdMismatch &mismatch, NetworkId network)
{
    const auto &[givenBack, filled, byToken] = mismatch;
    return {Kind::ClickMatch, State::Failed, QStringLiteral("wrong_sub_id"),
            Said::tr(
                    "The postback gives back %1, your link fills %2. Put the click ID into %1 of the offer link, or let the "
                    "postback URL give back %2.")
                    .arg(givenBack, filled),
            byToken ? QList<Repair>() : QList<Repair>{UseSubIdParameter{network, givenBack}}};
}

QString unverifiedSentence()
{
    return Said::tr(
            "Simulated; this network's macros are not verified. The postback URL works, but only the network's own "
            "test shows whether it fills it in.");
}

} // namespace Matchbook
