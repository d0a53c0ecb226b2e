// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "causewords.h"

#include "vocabulary/conversion.h"

#include <QCoreApplication>

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::CauseWords)
};

struct CauseName {
    PostbackCause cause;
    QString text;
};

QList<CauseName> causesThatWait()
{
    return {{PostbackCause::NoClickId, Words::tr("No click ID")},
            {PostbackCause::ClickIdElsewhere, Words::tr("Click ID in another parameter")},
            {PostbackCause::LiteralToken, Words::tr("Placeholder not filled in")},
            {PostbackCause::ClickIdTruncated, Words::tr("Click ID cut short")},
            {PostbackCause::ClickIdDamaged, Words::tr("Click ID damaged")},
            {PostbackCause::ForeignClickId, Words::tr("Not our click ID")},
            {PostbackCause::UnknownClick, Words::tr("Click not stored here")},
            {PostbackCause::PurgedClick, Words::tr("Click was purged")},
            {PostbackCause::WrongNetwork, Words::tr("Click of another network")},
            {PostbackCause::UnknownStatus, Words::tr("Status unknown")},
            {PostbackCause::BadAmount, Words::tr("Amount unreadable")},
            {PostbackCause::AmbiguousAmount, Words::tr("Amount has two readings")},
            {PostbackCause::UnknownCurrency, Words::tr("Currency unclear")},
            {PostbackCause::WaitsForSale, Words::tr("Refund waits for its sale")},
            {PostbackCause::UnknownKey, Words::tr("Key unknown")},
            {PostbackCause::ExpiredKey, Words::tr("Old key, run out")},
            {PostbackCause::RefusedRequest, Words::tr("Request not taken")},
            {PostbackCause::SenderNotAllowed, Words::tr("Sender not allowed")},
            {PostbackCause::SignatureWrong, Words::tr("Signature wrong")},
            {PostbackCause::SecretMissing, Words::tr("Secret missing")},
            {PostbackCause::UnreadableNotification, Words::tr("Notification unreadable")}};
}

QList<CauseName> causesThatAreSettled()
{
    return {{PostbackCause::SameAgain, Words::tr("Same again")},
            {PostbackCause::DuplicatePostback, Words::tr("Two postback URLs")},
            {PostbackCause::PixelAndPostback, Words::tr("Pixel and postback")},
            {PostbackCause::RepeatsIgnored, Words::tr("Repeats ignored")},
            {PostbackCause::OlderNews, Words::tr("Decided already")},
            {PostbackCause::StatusChanged, Words::tr("Status changed")},
            {PostbackCause::PayoutChanged, Words::tr("Payout changed")},
            {PostbackCause::AmountAdded, Words::tr("Amount added")},
            {PostbackCause::Late, Words::tr("Late")},
            {PostbackCause::OldKey, Words::tr("Old key, still works")},
            {PostbackCause::OtherClick, Words::tr("Transaction of another click")},
            {PostbackCause::ContradictoryFields, Words::tr("Contradicts itself")},
            {PostbackCause::IgnoredStatus, Words::tr("Status that never counts")},
            {PostbackCause::TestClick, Words::tr("Test")},
            {PostbackCause::SetupTest, Words::tr("Test of the URL")},
            {PostbackCause::EventWithoutMoney, Words::tr("News without money")}};
}

} // namespace

QString causeText(PostbackCause cause)
{
    const QList<CauseName> names = causesThatWait() + causesThatAreSettled();
    for (const CauseName &name : names) {
        if (name.cause == cause)
            return name.text;
    }
    return {};
}

QList<Choice> causeChoices()
{
    QList<Choice> choices;
    const QList<CauseName> names = causesThatWait() + causesThatAreSettled();
    for (const CauseName &name : names)
        choices.append({QString(causeWord(name.cause)), name.text});
    const QList<std::pair<MatchKind, QString>> repairs{{MatchKind::Decoded, Words::tr("Click ID decoded")},
                                                       {MatchKind::CaseFolded,
                                                        Words::tr("Click ID lower-cased")},
                                                       {MatchKind::Trimmed, Words::tr("Click ID trimmed")}};
    for (const auto &[match, text] : repairs)
        choices.append({QString(matchWord(match)), text});
    return choices;
}

} // namespace Matchbook
