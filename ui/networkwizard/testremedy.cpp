// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testremedy.h"

#include "matching/diagnosis.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::TestRemedy)
};

constexpr auto payoutMissing = "payout_missing"_L1;

TestRemedy remedyOfPostback(const QString &cause)
{
    if (cause == causeWord(PostbackCause::SenderNotAllowed))
        return TestRemedy::WaitForNetwork;
    return cause == "postback_not_stored"_L1 || cause == "other_installation"_L1
            ? TestRemedy::TryAgain
            : TestRemedy::ShowPostbackUrl;
}

} // namespace

std::optional<TestRemedy> remedyOf(const ChainStep &step)
{
    if (step.state != ChainStep::State::Failed || !step.repairs.isEmpty())
        return {};
    if (step.cause == "store_trouble"_L1)
        return TestRemedy::TryAgain;
    switch (step.kind) {
    case ChainStep::Kind::Listener:
    case ChainStep::Kind::Click:
        return TestRemedy::TryAgain;
    case ChainStep::Kind::Redirects:
        return TestRemedy::ChangeOfferLink;
    case ChainStep::Kind::Postback:
        return remedyOfPostback(step.cause);
    case ChainStep::Kind::ClickMatch:
        return step.cause == "wrong_sub_id"_L1 ? TestRemedy::ChangeOfferLink : TestRemedy::ShowPostbackUrl;
    case ChainStep::Kind::Payout:
        return step.cause == payoutMissing ? TestRemedy::ChangeOfferLink : TestRemedy::ShowPostbackUrl;
    case ChainStep::Kind::Status:
    case ChainStep::Kind::NotDuplicate:
        return TestRemedy::ShowPostbackUrl;
    }
    return {};
}

QString remedyText(TestRemedy remedy, const QString &cause)
{
    switch (remedy) {
    case TestRemedy::ChangeOfferLink:
        return cause == payoutMissing         ? Words::tr("Give the offer a payout")
                : cause == "no_offer_link"_L1 ? Words::tr("Add an offer link")
                                              : Words::tr("Change the offer link");
    case TestRemedy::ShowPostbackUrl:
        return Words::tr("Show the postback URL and where it is pasted");
    case TestRemedy::WaitForNetwork:
        return Words::tr("Wait for the network's own test");
    case TestRemedy::TryAgain:
        return Words::tr("Try again");
    }
    return {};
}

} // namespace Matchbook
