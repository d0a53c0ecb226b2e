// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storecheck.h"

#include "statement.h"

namespace Matchbook {

namespace {

struct Rule {
    const char *statement;
    const char *sentence;
};

constexpr Rule rules[] = {
        {"check_click_rollup",
         "%1 quarter-hour sums of clicks are missing or differ from the clicks they sum"},
        {"check_click_rollup_extra", "%1 quarter-hour sums of clicks have no clicks that they sum"},
        {"check_conversion_rollup",
         "%1 quarter-hour sums of conversions differ from the conversions they sum"},
        {"check_conversion_of_click", "%1 entries of the list of conversions by click are missing or wrong"},
        {"check_days", "%1 sums of days differ from the quarter hours they sum"},
        {"check_matched_postbacks", "%1 matched postbacks have no conversion"},
        {"check_conversions_have_postback", "%1 conversions have no postback they came from"},
};

Expected<qint64> countOf(Database &database, const char *statement)
{
    Statement select(database, statement);
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    if (!select.next())
        return unexpected(select.failure().value_or(Failure{}));
    return select.number(0);
}

Expected<void> checkStructure(Database &database, StoreCheck &check)
{
    const auto answer = database.ask(QStringLiteral("PRAGMA integrity_check(20)"));
    if (!answer)
        return unexpected(answer.error());
    if (answer->toString() != QStringLiteral("ok"))
        check.problems << QStringLiteral("the database file is damaged: ") + answer->toString();
    return {};
}

} // namespace

Expected<StoreCheck> checkStore(Database &database)
{
    StoreCheck check;
    if (auto checked = checkStructure(database, check); !checked)
        return unexpected(checked.error());
    for (const Rule &rule : rules) {
        const auto count = countOf(database, rule.statement);
        if (!count)
            return unexpected(count.error());
        if (*count > 0)
            check.problems << QString::fromLatin1(rule.sentence).arg(*count);
    }
    Statement counts(database, "check_counts");
    if (auto done = counts.run(); !done)
        return unexpected(done.error());
    if (counts.next()) {
        check.clicks = counts.number(0);
        check.postbacks = counts.number(1);
        check.conversions = counts.number(2);
    }
    Statement lost(database, "rows_dropped");
    if (auto done = lost.run(QLatin1StringView("lost_clicks")); !done)
        return unexpected(done.error());
    if (lost.next())
        check.lostClicks = lost.number(0);
    const auto refused = countOf(database, "refused_size");
    if (!refused)
        return unexpected(refused.error());
    check.refusedRequests = *refused;
    return check;
}

} // namespace Matchbook
