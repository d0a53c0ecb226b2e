// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgement.h"

#include <algorithm>

namespace Matchbook {

MatchDecision judgeTest(const MatchQuestion &question)
{
    const PostbackReading &reading = question.reading;
    if (reading.problem != PostbackCause::None)
        return {PostbackOutcome::NotUnderstood, reading.problem, reading.problemDetail, matchKindOf(question),
                std::nullopt};

    const QString meant = statusWord(reading.status.value_or(question.network.defaultStatus));
    Conversion conversion = newConversion(question, nullptr);
    conversion.dedupKey = QStringLiteral("test:") + conversion.clickId + u':' + conversion.dedupKey;
    conversion.status = ConversionStatus::Test;
    conversion.saleSeen = true;
    conversion.refundedMicros = 0;
    const auto known
            = std::find_if(question.byClick.cbegin(), question.byClick.cend(),
                           [&](const Conversion &one) { return one.dedupKey == conversion.dedupKey; });
    if (known != question.byClick.cend())
        return decided(PostbackOutcome::Repeated, PostbackCause::TestClick, meant, question, *known);
    return {PostbackOutcome::Matched, PostbackCause::TestClick, meant, matchKindOf(question), conversion};
}

} // namespace Matchbook
