// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis.h"

#include "arrivalsentences.h"
#include "clicksentences.h"
#include "nativesentences.h"
#include "networks/amount.h"
#include "readabledetail.h"
#include "repeatsentences.h"
#include "vocabulary/clickid.h"
#include "vocabulary/money.h"

#include <QCoreApplication>
#include <QLocale>

namespace Matchbook {

namespace {

bool isUnfilled(PostbackCause cause, const QString &detail)
{
    return (cause == PostbackCause::BadAmount || cause == PostbackCause::UnknownStatus)
            && looksLikePlaceholder(detail.toUtf8());
}

/// Also of a sum that several postbacks of one conversion would come to.
bool isTooLarge(const QString &detail)
{
    return readAmount(detail.toUtf8(), DecimalMark::Auto).tooLarge;
}

/// What could not be understood.
QString readingSentence(PostbackCause cause, const QString &detail)
{
    const QString value = quotedDetail(detail, longestQuote);
    if (isUnfilled(cause, detail))
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The network sent the placeholder %1 itself and put no value in its place. The macro is misspelt or belongs "
                       "to another network: copy it from the network's dashboard into the postback URL exactly as it is written "
                       "there, or leave the parameter out.")
                .arg(value);
    switch (cause) {
    case PostbackCause::BadAmount:
        if (isTooLarge(detail))
            return QCoreApplication::translate(
                           "Diagnosis",
                           "The amount %1 is more than the %2 that one conversion may be worth, so it is not counted. Check "
                           "the payout macro of the postback URL in the network's dashboard, and who knows that URL.")
                    .arg(value, QLocale().toString(largestAmountMicros / 1'000'000));
        if (const auto micros = microsFromDecimal(detail); micros && *micros < 0)
            return QCoreApplication::translate(
                           "Diagnosis",
                           "The amount %1 is negative, and nothing in the postback says that it takes a sale back, so it is not "
                           "counted. If the network means a refund, let it send its status along and map that word to refunded, or "
                           "import its report.")
                    .arg(value);
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The amount %1 cannot be read. Check the payout macro of the postback URL in the network's dashboard: it "
                       "has to give a plain number such as 12.50.")
                .arg(value);
    case PostbackCause::AmbiguousAmount:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The amount %1 can be read in two ways, with thousands or with decimals. Choose the decimal mark in the "
                       "network's settings and read the postback again.")
                .arg(value);
    case PostbackCause::UnknownCurrency:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The currency cannot be told from %1. Let the postback URL in the network's dashboard carry the "
                       "three-letter code, and one currency for a conversion only.")
                .arg(value);
    default:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The status %1 is not a word that is known for this network. Ask the network or its dashboard what it "
                       "means, add it to the network's status words and read the postback again.")
                .arg(value);
    }
}

/// For a postback that was stored without a cause.
QString outcomeSentence(PostbackOutcome outcome)
{
    switch (outcome) {
    case PostbackOutcome::Matched:
        break;
    case PostbackOutcome::Repeated:
        return QCoreApplication::translate("Diagnosis",
                                           "The network told this before. Nothing is counted twice.");
    case PostbackOutcome::Changed:
        return QCoreApplication::translate("Diagnosis", "The network changed a conversion that was there.");
    case PostbackOutcome::Unmatched:
        return QCoreApplication::translate("Diagnosis", "No click was found for this postback.");
    case PostbackOutcome::NotUnderstood:
        return QCoreApplication::translate("Diagnosis", "The postback could not be understood.");
    case PostbackOutcome::Refused:
        return QCoreApplication::translate("Diagnosis", "The postback was refused.");
    }
    return {};
}

QString shortAmountReason(const QString &detail)
{
    if (isUnfilled(PostbackCause::BadAmount, detail))
        return shortClickReason(PostbackCause::LiteralToken, detail);
    const QString value = quotedDetail(detail, longestShortQuote);
    return isTooLarge(detail) ? QCoreApplication::translate("Diagnosis", "Amount %1 too large").arg(value)
                              : QCoreApplication::translate("Diagnosis", "Amount %1 unreadable").arg(value);
}

} // namespace

QString explanation(PostbackOutcome outcome, PostbackCause cause, const QString &detail, MatchKind match,
                    Channel channel)
{
    if (channel == Channel::Notification) {
        const bool isMatch = cause == PostbackCause::None && outcome == PostbackOutcome::Matched;
        const QString own = isMatch ? nativeRepairSentence(match, detail) : nativeSentence(cause, detail);
        if (!own.isEmpty())
            return own;
    }
    switch (cause) {
    case PostbackCause::None:
        return outcome == PostbackOutcome::Matched ? repairSentence(match, detail) : outcomeSentence(outcome);
    case PostbackCause::NoClickId:
    case PostbackCause::ClickIdElsewhere:
    case PostbackCause::LiteralToken:
    case PostbackCause::ClickIdTruncated:
    case PostbackCause::ClickIdDamaged:
    case PostbackCause::ForeignClickId:
    case PostbackCause::UnknownClick:
    case PostbackCause::PurgedClick:
    case PostbackCause::WrongNetwork:
    case PostbackCause::Late:
        return clickSentence(cause, detail);
    case PostbackCause::BadAmount:
    case PostbackCause::AmbiguousAmount:
    case PostbackCause::UnknownCurrency:
    case PostbackCause::UnknownStatus:
        return readingSentence(cause, detail);
    case PostbackCause::SameAgain:
    case PostbackCause::DuplicatePostback:
    case PostbackCause::PixelAndPostback:
    case PostbackCause::RepeatsIgnored:
    case PostbackCause::OlderNews:
    case PostbackCause::StatusChanged:
    case PostbackCause::PayoutChanged:
    case PostbackCause::AmountAdded:
    case PostbackCause::WaitsForSale:
        return repeatSentence(cause, detail);
    case PostbackCause::IgnoredStatus:
    case PostbackCause::UnknownKey:
    case PostbackCause::SenderNotAllowed:
    case PostbackCause::OldKey:
    case PostbackCause::ExpiredKey:
    case PostbackCause::TestClick:
    case PostbackCause::OtherClick:
    case PostbackCause::ContradictoryFields:
    case PostbackCause::RefusedRequest:
    case PostbackCause::SignatureWrong:
    case PostbackCause::SecretMissing:
    case PostbackCause::UnreadableNotification:
    case PostbackCause::SetupTest:
    case PostbackCause::EventWithoutMoney:
        return arrivalSentence(cause, detail);
    }
    return {};
}

QString shortReason(PostbackOutcome outcome, PostbackCause cause, const QString &detail)
{
    const QString value = quotedDetail(detail, longestShortQuote);
    switch (cause) {
    case PostbackCause::None:
        return outcomeSentence(outcome);
    case PostbackCause::NoClickId:
    case PostbackCause::ClickIdElsewhere:
    case PostbackCause::LiteralToken:
    case PostbackCause::ClickIdTruncated:
    case PostbackCause::ClickIdDamaged:
    case PostbackCause::ForeignClickId:
    case PostbackCause::UnknownClick:
    case PostbackCause::PurgedClick:
    case PostbackCause::WrongNetwork:
    case PostbackCause::Late:
        return shortClickReason(cause, detail);
    case PostbackCause::BadAmount:
        return shortAmountReason(detail);
    case PostbackCause::AmbiguousAmount:
        return QCoreApplication::translate("Diagnosis", "Amount %1 has two readings").arg(value);
    case PostbackCause::UnknownCurrency:
        return QCoreApplication::translate("Diagnosis", "Currency unclear: %1").arg(value);
    case PostbackCause::UnknownStatus:
        if (isUnfilled(cause, detail))
            return shortClickReason(PostbackCause::LiteralToken, detail);
        return QCoreApplication::translate("Diagnosis", "Unknown status %1").arg(value);
    case PostbackCause::SameAgain:
    case PostbackCause::DuplicatePostback:
    case PostbackCause::PixelAndPostback:
    case PostbackCause::RepeatsIgnored:
    case PostbackCause::OlderNews:
    case PostbackCause::StatusChanged:
    case PostbackCause::PayoutChanged:
    case PostbackCause::AmountAdded:
    case PostbackCause::WaitsForSale:
        return repeatReason(cause, detail);
    case PostbackCause::IgnoredStatus:
    case PostbackCause::UnknownKey:
    case PostbackCause::SenderNotAllowed:
    case PostbackCause::OldKey:
    case PostbackCause::ExpiredKey:
    case PostbackCause::TestClick:
    case PostbackCause::OtherClick:
    case PostbackCause::ContradictoryFields:
    case PostbackCause::RefusedRequest:
    case PostbackCause::SignatureWrong:
    case PostbackCause::SecretMissing:
    case PostbackCause::UnreadableNotification:
    case PostbackCause::SetupTest:
    case PostbackCause::EventWithoutMoney:
        return arrivalReason(cause, detail);
    }
    return {};
}

} // namespace Matchbook
