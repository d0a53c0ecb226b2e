// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postback.h"

#include "words.h"

namespace Matchbook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array outcomes{
        Word{PostbackOutcome::Matched, "matched"_L1},
        Word{PostbackOutcome::Repeated, "repeated"_L1},
        Word{PostbackOutcome::Changed, "changed"_L1},
        Word{PostbackOutcome::Unmatched, "unmatched"_L1},
        Word{PostbackOutcome::NotUnderstood, "not_understood"_L1},
        Word{PostbackOutcome::Refused, "refused"_L1},
};

constexpr std::array causes{
        Word{PostbackCause::NoClickId, "no_click_id"_L1},
        Word{PostbackCause::LiteralToken, "literal_token"_L1},
        Word{PostbackCause::ClickIdTruncated, "click_id_truncated"_L1},
        Word{PostbackCause::ClickIdDamaged, "click_id_damaged"_L1},
        Word{PostbackCause::ForeignClickId, "foreign_click_id"_L1},
        Word{PostbackCause::UnknownClick, "unknown_click"_L1},
        Word{PostbackCause::PurgedClick, "purged_click"_L1},
        Word{PostbackCause::WrongNetwork, "wrong_network"_L1},
        Word{PostbackCause::BadAmount, "bad_amount"_L1},
        Word{PostbackCause::AmbiguousAmount, "ambiguous_amount"_L1},
        Word{PostbackCause::UnknownCurrency, "unknown_currency"_L1},
        Word{PostbackCause::UnknownStatus, "unknown_status"_L1},
        Word{PostbackCause::SameAgain, "same_again"_L1},
        Word{PostbackCause::DuplicatePostback, "duplicate_postback"_L1},
        Word{PostbackCause::PixelAndPostback, "pixel_and_postback"_L1},
        Word{PostbackCause::RepeatsIgnored, "repeats_ignored"_L1},
        Word{PostbackCause::OlderNews, "older_news"_L1},
        Word{PostbackCause::StatusChanged, "status_changed"_L1},
        Word{PostbackCause::PayoutChanged, "payout_changed"_L1},
        Word{PostbackCause::AmountAdded, "amount_added"_L1},
        Word{PostbackCause::WaitsForSale, "waits_for_sale"_L1},
        Word{PostbackCause::Late, "late"_L1},
        Word{PostbackCause::IgnoredStatus, "ignored_status"_L1},
        Word{PostbackCause::UnknownKey, "unknown_key"_L1},
        Word{PostbackCause::SenderNotAllowed, "sender_not_allowed"_L1},
        Word{PostbackCause::TestClick, "test_click"_L1},
        Word{PostbackCause::OldKey, "old_key"_L1},
        Word{PostbackCause::ExpiredKey, "expired_key"_L1},
        Word{PostbackCause::OtherClick, "other_click"_L1},
        Word{PostbackCause::ContradictoryFields, "contradictory_fields"_L1},
        Word{PostbackCause::ClickIdElsewhere, "click_id_elsewhere"_L1},
        Word{PostbackCause::RefusedRequest, "refused_request"_L1},
        Word{PostbackCause::SignatureWrong, "signature_wrong"_L1},
        Word{PostbackCause::SecretMissing, "secret_missing"_L1},
        Word{PostbackCause::UnreadableNotification, "unreadable_notification"_L1},
        Word{PostbackCause::SetupTest, "setup_test"_L1},
        Word{PostbackCause::EventWithoutMoney, "event_without_money"_L1},
};

} // namespace

QLatin1StringView outcomeWord(PostbackOutcome outcome)
{
    return wordOf(outcomes, outcome);
}

std::optional<PostbackOutcome> outcomeFromWord(QStringView word)
{
    return valueOf(outcomes, word);
}

QLatin1StringView causeWord(PostbackCause cause)
{
    return wordOf(causes, cause);
}

PostbackCause causeFromWord(QStringView word)
{
    return valueOf(causes, word).value_or(PostbackCause::None);
}

} // namespace Matchbook
