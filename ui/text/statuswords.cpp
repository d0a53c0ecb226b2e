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

QStringList statusTexts()
{
    QStringList texts;
    for (int status = int(ConversionStatus::Pending); status <= int(ConversionStatus::Ignored); ++status)
        texts << statusText(ConversionStatus(status));
    return texts;
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

QStringList outcomeTexts()
{
    QStringList texts;
    for (int outcome = int(PostbackOutcome::Matched); outcome <= int(PostbackOutcome::Refused); ++outcome)
        texts << outcomeText(PostbackOutcome(outcome));
    return texts;
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

static bool isNews(const PostbackRow &postback)
{
    return movesNoMoney(postback.cause)
            && (postback.outcome == PostbackOutcome::Matched || postback.outcome == PostbackOutcome::Changed);
}

QString outcomeText(const PostbackRow &postback)
{
    if (!isNews(postback))
        return outcomeText(postback.outcome);
    return postback.cause == PostbackCause::SetupTest ? Words::tr("Test") : Words::tr("News");
}

Tone outcomeTone(const PostbackRow &postback)
{
    return isNews(postback) ? Tone::Grey : outcomeTone(postback.outcome);
}

Tone healthTone(const NetworkHealth &network)
{
    if (!network.alarms.isEmpty())
        return network.alarms.constFirst().isUrgent ? Tone::Red : Tone::Amber;
    return network.lastPostback == 0 ? Tone::Grey : Tone::Green;
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
    case MatchKind::Attached:
        return Words::tr("attached by hand");
    case MatchKind::Kept:
        return Words::tr("kept without a click");
    }
    return {};
}

} // namespace Matchbook
