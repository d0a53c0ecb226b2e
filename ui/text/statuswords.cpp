// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuswords.h"

#include <QCoreApplication>

namespace Matchbook {

namespace {

/// The context of these words for translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::StatusWords)
};

QString quoted(const QString &detail)
{
    return QChar(0x201C) + (detail.size() > 40 ? QString(detail.left(39) + QChar(0x2026)) : detail) + QChar(0x201D);
}

} // namespace

QString statusText(ConversionStatus status)
{
    switch (status) {
    case ConversionStatus::Pending:
        return Words::tr("Pending");
    case ConversionStatus::Approved:
        return Words::tr("Approved");
    case ConversionStatus::Rejected:
        return Words::tr("Rejected");
    case ConversionStatus::Refunded:
        return Words::tr("Refunded");
    case ConversionStatus::ChargedBack:
        return Words::tr("Charged back");
    case ConversionStatus::Test:
        return Words::tr("Test");
    case ConversionStatus::Ignored:
        return Words::tr("Ignored");
    }
    return {};
}

Tone statusTone(ConversionStatus status)
{
    switch (status) {
    case ConversionStatus::Pending:
        return Tone::Amber;
    case ConversionStatus::Approved:
        return Tone::Green;
    case ConversionStatus::Rejected:
    case ConversionStatus::Refunded:
    case ConversionStatus::ChargedBack:
        return Tone::Red;
    case ConversionStatus::Test:
    case ConversionStatus::Ignored:
        return Tone::Grey;
    }
    return Tone::Grey;
}

QString outcomeText(PostbackOutcome outcome)
{
    switch (outcome) {
    case PostbackOutcome::Matched:
        return Words::tr("Matched");
    case PostbackOutcome::Repeated:
        return Words::tr("Repeated");
    case PostbackOutcome::Changed:
        return Words::tr("Changed");
    case PostbackOutcome::Unmatched:
        return Words::tr("Unmatched");
    case PostbackOutcome::NotUnderstood:
        return Words::tr("Not understood");
    case PostbackOutcome::Refused:
        return Words::tr("Refused");
    }
    return {};
}

Tone outcomeTone(PostbackOutcome outcome)
{
    switch (outcome) {
    case PostbackOutcome::Matched:
        return Tone::Green;
    case PostbackOutcome::Repeated:
        return Tone::Violet;
    case PostbackOutcome::Changed:
        return Tone::Blue;
    case PostbackOutcome::NotUnderstood:
        return Tone::Amber;
    case PostbackOutcome::Unmatched:
    case PostbackOutcome::Refused:
        return Tone::Red;
    }
    return Tone::Grey;
}

QString causeText(PostbackCause cause, const QString &detail)
{
    const bool told = !detail.isEmpty();
    switch (cause) {
    case PostbackCause::None:
        return {};
    case PostbackCause::NoClickId:
        return Words::tr("no click ID sent");
    case PostbackCause::LiteralToken:
        return told ? Words::tr("placeholder %1 instead of a click ID").arg(detail)
                    : Words::tr("placeholder instead of a click ID");
    case PostbackCause::ClickIdTruncated:
        return Words::tr("click ID cut short");
    case PostbackCause::ClickIdDamaged:
        return Words::tr("click ID damaged on the way");
    case PostbackCause::ForeignClickId:
        return Words::tr("click ID of another tracker");
    case PostbackCause::UnknownClick:
        return Words::tr("no such click is stored");
    case PostbackCause::BadAmount:
        return told ? Words::tr("amount %1 cannot be read").arg(quoted(detail)) : Words::tr("amount cannot be read");
    case PostbackCause::AmbiguousAmount:
        return told ? Words::tr("amount %1 can be read two ways").arg(quoted(detail))
                    : Words::tr("amount can be read two ways");
    case PostbackCause::UnknownCurrency:
        return told ? Words::tr("currency %1 is unknown").arg(quoted(detail)) : Words::tr("currency is unknown");
    case PostbackCause::UnknownStatus:
        return told ? Words::tr("status %1 has no meaning yet").arg(quoted(detail))
                    : Words::tr("status has no meaning yet");
    case PostbackCause::SameAgain:
        return Words::tr("same as before");
    case PostbackCause::RepeatsIgnored:
        return Words::tr("repeats are ignored for this network");
    case PostbackCause::OlderNews:
        return Words::tr("older news than what is stored");
    case PostbackCause::StatusChanged: {
        const QStringList parts = detail.split(QLatin1Char('>'));
        const auto from = statusFromWord(parts.value(0));
        const auto to = statusFromWord(parts.value(1));
        return from && to ? QString(statusText(*from).toLower() + QLatin1Char(' ') + QChar(0x2192) + QLatin1Char(' ')
                                    + statusText(*to).toLower())
                          : Words::tr("status changed");
    }
    case PostbackCause::PayoutChanged:
        return Words::tr("payout changed");
    case PostbackCause::AmountAdded:
        return Words::tr("amount added");
    case PostbackCause::WaitsForSale:
        return Words::tr("refund of a sale not seen yet");
    case PostbackCause::IgnoredStatus:
        return told ? Words::tr("status %1 does not count").arg(quoted(detail)) : Words::tr("status does not count");
    case PostbackCause::UnknownKey:
        return Words::tr("no network has this key");
    case PostbackCause::SenderNotAllowed:
        return Words::tr("sender is not on the network's list");
    }
    return {};
}

QString matchText(MatchKind match)
{
    switch (match) {
    case MatchKind::None:
        return {};
    case MatchKind::Exact:
        return Words::tr("exact");
    case MatchKind::Decoded:
        return Words::tr("repaired encoding");
    case MatchKind::CaseFolded:
        return Words::tr("repaired capitals");
    case MatchKind::Trimmed:
        return Words::tr("repaired edges");
    case MatchKind::Transaction:
        return Words::tr("by transaction");
    }
    return {};
}

} // namespace Matchbook
