// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbackverdict.h"

#include "matching/diagnosis.h"
#include "matching/readabledetail.h"
#include "networks/addresslist.h"
#include "networks/protocols/protocol.h"
#include "notificationsteps.h"
#include "store/trialreading.h"
#include "vocabulary/clickid.h"

#include <QCoreApplication>

namespace Matchbook {

using Kind = ChainStep::Kind;
using State = ChainStep::State;

namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::PostbackVerdict)
};

ReceivedRequest requestOf(const PostbackRow &row)
{
    ReceivedRequest request;
    request.method = row.method;
    request.path = row.path;
    request.query = row.query;
    request.body = row.body;
    request.headers = {{"content-type", row.contentType.toUtf8()}};
    request.sender = row.sender.toUtf8();
    request.arrivedAt = row.time;
    return request;
}

QString statusName(ConversionStatus status)
{
    return statusDetail(QString(statusWord(status)));
}

bool isAboutClick(PostbackCause cause)
{
    switch (cause) {
    case PostbackCause::NoClickId:
    case PostbackCause::ClickIdElsewhere:
    case PostbackCause::LiteralToken:
    case PostbackCause::ClickIdTruncated:
    case PostbackCause::ClickIdDamaged:
    case PostbackCause::ForeignClickId:
    case PostbackCause::UnknownClick:
        return true;
    default:
        return false;
    }
}

/// Where the click ID stands under a name that is not read, it can be read from now on.
QList<Repair> clickIdRepairs(const PostbackRow &row, const NetworkPreset &preset,
                             const AffiliateNetwork &network)
{
    if (row.cause != PostbackCause::ClickIdElsewhere)
        return {};
    return {ReadClickIdFrom{network.id, row.causeDetail, preset.clickIdFields}};
}

ChainStep clickVerdict(const PostbackRow &row, const QString &clickId, const NetworkPreset &preset,
                       const AffiliateNetwork &network)
{
    if (row.cause == PostbackCause::SenderNotAllowed)
        return {Kind::ClickMatch,
                State::Skipped,
                {},
                Said::tr("The postback was refused before it was read."),
                {}};
    if (isAboutClick(row.cause))
        return {Kind::ClickMatch, State::Failed, causeWord(row.cause),
                explanation(row.outcome, row.cause, row.causeDetail, row.match, channelOf(preset)),
                clickIdRepairs(row, preset, network)};
    if (row.clickId != clickId)
        return {Kind::ClickMatch,
                State::Failed,
                QStringLiteral("other_click"),
                Said::tr(
                        "The postback tells of another click (%1), not of the test's. In the network's dashboard, use the macro "
                        "of the sub ID that your offer link fills.")
                        .arg(row.clickId.left(40)),
                {}};
    if (row.match == MatchKind::Exact)
        return {Kind::ClickMatch,
                State::Passed,
                {},
                Said::tr("The click ID %1 came back unchanged.").arg(clickId),
                {}};
    return {Kind::ClickMatch,
            State::Passed,
            {},
            Said::tr("The click ID %1 came back altered and was repaired.").arg(clickId),
            {}};
}

/// A placeholder means nothing: it has to be mended where it comes from.
QList<Repair> wordRepairs(const QString &word, const AffiliateNetwork &network)
{
    if (looksLikePlaceholder(word.toUtf8()))
        return {};
    return {MapStatusWord{network.id, word, suggestedStatus(word)}};
}

ChainStep payoutVerdict(const PostbackRow &row, const NetworkPreset &preset, const AffiliateNetwork &network)
{
    NetworkPreset withoutStatus = preset;
    withoutStatus.statusFields.clear();
    withoutStatus.eventFields.clear();
    const PostbackReading reading = readStored(requestOf(row), withoutStatus, network);
    if (reading.problem == PostbackCause::BadAmount && isNegativeAmount(reading.problemDetail)) {
        // What takes a sale back may well name what it takes.
        if (readStored(requestOf(row), preset, network).problem == PostbackCause::None)
            return {Kind::Payout,
                    State::Passed,
                    {},
                    Said::tr("The amount %1 is what is taken back.").arg(reading.problemDetail),
                    {}};
        return {Kind::Payout,
                State::Failed,
                causeWord(reading.problem),
                Said::tr(
                        "The amount %1 is negative, and a negative amount is no payout: this network seems to report "
                        "reversals so. Map the status word it sends with them, to refunded or charged back for example; "
                        "such a postback needs no amount.")
                        .arg(reading.problemDetail),
                {}};
    }
    if (reading.problem != PostbackCause::None) {
        const bool aboutAmount = reading.problem != PostbackCause::UnknownCurrency;
        return {Kind::Payout, State::Failed, causeWord(reading.problem),
                explanation(PostbackOutcome::NotUnderstood, reading.problem, reading.problemDetail,
                            MatchKind::None, channelOf(preset)),
                aboutAmount ? amountRepairs(reading.problemDetail, network) : QList<Repair>()};
    }
    if (reading.payoutMicros) {
        const Money payout{*reading.payoutMicros, reading.currency.value_or(network.defaultCurrency)};
        return {Kind::Payout,
                State::Passed,
                {},
                Said::tr("The payout reads as %1 %2.").arg(payout.toDecimal(), payout.currency.code()),
                {}};
    }
    if (row.payout && row.payout->micros > 0)
        return {Kind::Payout,
                State::Passed,
                {},
                Said::tr("No payout is sent, so the offer's own counts: %1 %2.")
                        .arg(row.payout->toDecimal(), row.payout->currency.code()),
                {}};
    return {Kind::Payout,
            State::Failed,
            QStringLiteral("payout_missing"),
            Said::tr(
                    "The postback brings no payout and the offer has none of its own, so conversions would be worth nothing. Put "
                    "the network's payout macro into the postback URL, or give the offer a payout."),
            {}};
}

ChainStep statusVerdict(const PostbackRow &row, const NetworkPreset &preset, const AffiliateNetwork &network)
{
    NetworkPreset withoutPayout = preset;
    withoutPayout.payoutFields.clear();
    withoutPayout.currencyFields.clear();
    const PostbackReading reading = readStored(requestOf(row), withoutPayout, network);
    if (reading.problem == PostbackCause::UnknownStatus)
        return {Kind::Status, State::Failed, causeWord(reading.problem),
                explanation(PostbackOutcome::NotUnderstood, reading.problem, reading.problemDetail,
                            MatchKind::None, channelOf(preset)),
                wordRepairs(reading.problemDetail, network)};
    if (reading.status)
        return {Kind::Status,
                State::Passed,
                {},
                Said::tr("The status means %1.").arg(statusName(*reading.status)),
                {}};
    return {Kind::Status,
            State::Passed,
            {},
            Said::tr("No status is sent, so this network's usual one applies: %1.")
                    .arg(statusName(network.defaultStatus)),
            {}};
}

ChainStep duplicateVerdict(const PostbackRow &row, int repeats)
{
    const bool isRepeat = row.outcome == PostbackOutcome::Repeated || row.outcome == PostbackOutcome::Changed;
    if (isRepeat || repeats > 0)
        return {Kind::NotDuplicate,
                State::Failed,
                QStringLiteral("duplicate"),
                Said::tr(
                        "The same conversion was told more than once. Look in the network's dashboard whether the postback URL "
                        "stands both with the offer and in the general settings, and remove one of the two."),
                {}};
    if (row.outcome != PostbackOutcome::Matched)
        return {Kind::NotDuplicate,
                State::Skipped,
                {},
                Said::tr("No conversion came of the postback, so none can be there twice."),
                {}};
    return {Kind::NotDuplicate, State::Passed, {}, Said::tr("The conversion was told once."), {}};
}

} // namespace

QList<ChainStep> verdictOf(const PostbackRow &row, int repeats, const QString &clickId,
                           const NetworkPreset &preset, const AffiliateNetwork &network)
{
    if (notificationStep(row))
        return stepsAfterNotification(row);
    return {clickVerdict(row, clickId, preset, network), payoutVerdict(row, preset, network),
            statusVerdict(row, preset, network), duplicateVerdict(row, repeats)};
}

PostbackRow judgedUnder(PostbackRow row, const NetworkPreset &preset, const AffiliateNetwork &network)
{
    const bool wasRefused = row.cause == PostbackCause::SenderNotAllowed;
    const auto allowed = AddressList::parse(network.allowedSenders);
    const bool isRefused = wasRefused && !network.allowedSenders.isEmpty() && allowed
            && !allowed->contains(QHostAddress(row.sender));
    if (isRefused || (!wasRefused && row.outcome != PostbackOutcome::NotUnderstood))
        return row;
    // Today's list decides who is let in.
    row.outcome = PostbackOutcome::Unmatched;
    const TrialReading trial = trialReadings({row}, preset, network).constFirst();
    const bool isWhole = trial.problem == PostbackCause::None;
    row.outcome = isWhole ? PostbackOutcome::Matched : PostbackOutcome::NotUnderstood;
    row.cause = trial.problem;
    row.causeDetail = trial.detail;
    row.clickId = trial.clickId;
    const bool isUnchanged = trial.reading.clickIdText == trial.clickId.toUtf8();
    row.match = isUnchanged ? MatchKind::Exact : MatchKind::Trimmed;
    return row;
}

} // namespace Matchbook
