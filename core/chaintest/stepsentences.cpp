// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stepsentences.h"

#include "matching/diagnosis.h"
#include "notificationsteps.h"
#include "testremarks.h"

#include <QCoreApplication>

namespace Matchbook {

using Kind = ChainStep::Kind;
using State = ChainStep::State;

namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::StepSentences)
};

QString whyNoAnswer(Hop::Trouble trouble, const QString &detail)
{
    switch (trouble) {
    case Hop::Trouble::NameNotFound:
        return Said::tr("its name does not exist");
    case Hop::Trouble::Tls:
        return Said::tr("its encryption is not in order: %1").arg(detail);
    case Hop::Trouble::NoAnswer:
        return Said::tr("no answer came in time");
    case Hop::Trouble::Refused:
        return Said::tr("the connection was refused");
    default:
        return Said::tr("what answers there is not Matchbook");
    }
}

QString statusName(const std::optional<ConversionStatus> &status)
{
    switch (status.value_or(ConversionStatus::Ignored)) {
    case ConversionStatus::Pending:
        return Said::tr("pending");
    case ConversionStatus::Approved:
        return Said::tr("approved");
    case ConversionStatus::Rejected:
        return Said::tr("rejected");
    case ConversionStatus::Refunded:
        return Said::tr("refunded");
    case ConversionStatus::ChargedBack:
        return Said::tr("charged back");
    case ConversionStatus::Test:
        return Said::tr("a test");
    case ConversionStatus::Ignored:
        break;
    }
    return Said::tr("something that does not count");
}

} // namespace

QString stepTitle(Kind kind)
{
    switch (kind) {
    case Kind::Listener:
        return Said::tr("Listener answers");
    case Kind::Click:
        return Said::tr("Click recorded");
    case Kind::Redirects:
        return Said::tr("Click ID survives every redirect");
    case Kind::Postback:
        return Said::tr("Postback received");
    case Kind::ClickMatch:
        return Said::tr("Click ID matches");
    case Kind::Payout:
        return Said::tr("Payout understood");
    case Kind::Status:
        return Said::tr("Status understood");
    case Kind::NotDuplicate:
        return Said::tr("Not a duplicate");
    }
    return {};
}

QString repairText(const Repair &repair)
{
    if (std::holds_alternative<ReadDecimalComma>(repair))
        return Said::tr("Read amounts of this network with a decimal comma: 33,80 as 33.80");
    if (std::holds_alternative<ReadDecimalPoint>(repair))
        return Said::tr("Read amounts of this network with a decimal point: 1,234 as 1234");
    if (const auto *map = std::get_if<MapStatusWord>(&repair)) {
        return map->suggested ? Said::tr("Map \"%1\" to %2").arg(map->word, statusName(map->suggested))
                              : Said::tr("Say what \"%1\" means").arg(map->word);
    }
    if (const auto *use = std::get_if<UseSubIdParameter>(&repair))
        return Said::tr("Put the click ID into the parameter %1 of offer links").arg(use->name);
    if (const auto *read = std::get_if<ReadClickIdFrom>(&repair))
        return Said::tr("Read the click ID from the parameter %1 of postbacks").arg(read->name);
    if (const auto *allow = std::get_if<AllowSender>(&repair))
        return Said::tr("Allow the sender %1").arg(allow->address);
    return Said::tr("Set the public address");
}

ChainStep listenerStep(const FoundListener &listener, const QString &publicUrl, const QString &localUrl)
{
    const QString why
            = whyNoAnswer(listener.somebodyElse ? Hop::Trouble::Broken : listener.trouble, listener.detail);
    if (!listener.publicAnswers && !listener.localAnswers)
        return {Kind::Listener,
                State::Failed,
                QStringLiteral("listener_silent"),
                Said::tr("Nobody listens on %1: %2. Start the listener and try again.").arg(localUrl, why),
                {}};
    if (!listener.isWell)
        return {Kind::Listener,
                State::Failed,
                QStringLiteral("listener_in_trouble"),
                Said::tr(
                        "The listener answers but cannot store anything at the moment. Look at the message about the store."),
                {}};
    if (listener.publicAnswers)
        return {Kind::Listener,
                State::Passed,
                {},
                listener.isThisOne
                        ? Said::tr(
                                  "The listener answers on its public address %1, and it is this installation.")
                                  .arg(publicUrl)
                        : listener.isUnclear
                        ? Said::tr(
                                  "A Matchbook answers on the public address %1. Something on the way did not let it say "
                                  "whether it is this installation; the click below will tell.")
                                  .arg(publicUrl)
                        : Said::tr(
                                  "A Matchbook answers on the public address %1. Whether it is this installation cannot be "
                                  "told before there is a campaign.")
                                  .arg(publicUrl),
                {}};
    if (listener.anotherOne)
        return {Kind::Listener,
                State::Failed,
                QStringLiteral("other_installation"),
                Said::tr(
                        "The public address %1 leads to another Matchbook, with another data folder: it does not know this "
                        "one's campaigns. Check the tunnel or reverse proxy.")
                        .arg(publicUrl),
                {SetPublicUrl{}}};
    if (publicUrl.isEmpty())
        return {Kind::Listener,
                State::Passed,
                {},
                Said::tr(
                        "The listener answers on %1. That is this computer's own address: as long as no public address is set, "
                        "neither visitors nor networks can reach it.")
                        .arg(localUrl),
                {SetPublicUrl{}}};
    return {Kind::Listener,
            State::Failed,
            listener.somebodyElse ? QStringLiteral("another_program")
                                  : QStringLiteral("public_address_silent"),
            Said::tr(
                    "The listener runs, but the public address %1 does not lead to it: %2. Check the tunnel or reverse proxy.")
                    .arg(publicUrl, why),
            {SetPublicUrl{}}};
}

ChainStep clickStep(const std::optional<ClickRow> &click, const QString &campaignName, bool direct)
{
    if (!click)
        return {Kind::Click,
                State::Failed,
                QStringLiteral("click_not_recorded"),
                Said::tr("The tracking link answered, but no click was recorded."),
                {}};
    if (click->kind != ClickKind::Test)
        return {Kind::Click,
                State::Failed,
                QStringLiteral("click_not_marked"),
                Said::tr(
                        "The click was recorded as a visitor's, not as a test: it took too long to arrive. It counts like any "
                        "other; try again."),
                {}};
    if (direct)
        return {Kind::Click,
                State::Passed,
                {},
                Said::tr("The test click %1 was recorded, without a tracking link.").arg(click->clickId),
                {}};
    return {Kind::Click,
            State::Passed,
            {},
            Said::tr("The test click %1 was recorded through the tracking link of \"%2\".")
                    .arg(click->clickId, campaignName),
            {}};
}

ChainStep noOfferLinkStep()
{
    return {Kind::Redirects,
            State::Failed,
            QStringLiteral("no_offer_link"),
            Said::tr(
                    "There is no link to follow: this network has neither a campaign nor an offer yet. Add one, or give an offer "
                    "link to test."),
            {}};
}

ChainStep postbackStep(const TriedPostback &tried, const AffiliateNetwork &network, bool simulated)
{
    if (tried.failure)
        return storeTroubleStep(Kind::Postback, *tried.failure);
    if (tried.row && simulated && tried.row->cause == PostbackCause::SignatureWrong)
        return unprovedSimulationStep();
    if (tried.row) {
        if (const auto step = notificationStep(*tried.row))
            return *step;
    }
    if (tried.row && tried.row->outcome == PostbackOutcome::Refused) {
        const bool sender = tried.row->cause == PostbackCause::SenderNotAllowed;
        const QString sentence = simulated && sender
                ? Said::tr(
                          "Only certain senders are allowed for this network, and this computer (%1) is none of them. Use the "
                          "network's own test instead: it comes from the network.")
                          .arg(tried.row->sender)
                : explanation(tried.row->outcome, tried.row->cause, tried.row->causeDetail);
        const bool allowable = sender && !simulated;
        return {Kind::Postback, State::Failed, causeWord(tried.row->cause), sentence,
                allowable ? QList<Repair>{AllowSender{network.id, tried.row->sender}} : QList<Repair>()};
    }
    if (tried.row)
        return {Kind::Postback,
                State::Passed,
                {},
                simulated ? Said::tr(
                        "A postback sent the way the network does has arrived on its postback URL.")
                          : Said::tr("A postback has arrived from %1.").arg(tried.row->sender),
                {}};
    if (!simulated && tried.stray)
        return {Kind::Postback, State::Failed, strayCause(*tried.stray), straySentence(*tried.stray), {}};
    if (!simulated)
        return {Kind::Postback,
                State::Failed,
                QStringLiteral("no_postback"),
                Said::tr(
                        "No postback has arrived in time. Check in the network's dashboard that the postback URL stands there as a "
                        "whole, then use its test button again; some networks only send for offers you are approved for."),
                {}};
    if (tried.status == 404)
        return {Kind::Postback,
                State::Failed,
                QStringLiteral("unknown_key"),
                explanation(PostbackOutcome::Refused, PostbackCause::UnknownKey, {}),
                {}};
    if (tried.status == 200)
        return {Kind::Postback,
                State::Failed,
                QStringLiteral("other_installation"),
                Said::tr("The postback was answered but has not come here: the address leads to another "
                         "Matchbook, with another data folder."),
                {}};
    return {Kind::Postback,
            State::Failed,
            QStringLiteral("postback_not_stored"),
            tried.status > 0
                    ? Said::tr("The postback was not stored: the postback URL answered with error %1.")
                              .arg(tried.status)
                    : Said::tr("The postback did not reach the postback URL: %1.")
                              .arg(whyNoAnswer(tried.trouble, {})),
            {}};
}

ChainStep skippedStep(Kind kind)
{
    return {kind, State::Skipped, {}, Said::tr("Not tried, because an earlier step failed."), {}};
}

ChainStep storeTroubleStep(Kind kind, const Failure &failure)
{
    return {kind,
            State::Failed,
            QStringLiteral("store_trouble"),
            Said::tr("The store could not be asked: %1.").arg(failure.detail),
            {}};
}

} // namespace Matchbook
