// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "firststeps.h"

#include "widgets/emptystate.h"

#include <QCoreApplication>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::FirstSteps)
};

} // namespace

EmptyState *firstCampaign(QWidget *parent)
{
    auto *state = new EmptyState(
            u":/icons/campaigns.svg"_s, Words::tr("Start your first campaign"),
            Words::tr(
                    "A campaign joins your traffic to an offer. You get a tracking link for your ad; every click on it "
                    "gets an ID that the network gives back."),
            Words::tr("New campaign…"), parent);
    state->button()->setObjectName("firstCampaign"_L1);
    return state;
}

EmptyState *firstOffer(QWidget *parent)
{
    auto *state
            = new EmptyState(u":/icons/campaigns.svg"_s, Words::tr("Add the first offer"),
                             Words::tr(
                                     "An offer is what a network pays for, with the link that it gave you."),
                             Words::tr("New offer…"), parent);
    state->button()->setObjectName("firstOffer"_L1);
    return state;
}

} // namespace Matchbook
