// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foreigntotals.h"

#include "dayzone.h"
#include "statement.h"

#include <array>

namespace Matchbook {

namespace {

/// Runs the statement for every stretch of the range that has one offset, and calls \a row for every row.
Expected<void> eachRow(Database &database, const char *name, const DateRange &range,
                       const RollupGrouping &grouping, NetworkId network, Currency currency,
                       const std::function<void(const Statement &)> &row)
{
    Statement select(database, name);
    for (const OffsetStretch &stretch : offsetStretches(range.startMs(), range.endMs(), range.zone)) {
        const auto done = select.runNamed({{"from", stretch.fromMs},
                                           {"to", stretch.toMs},
                                           {"offset", stretch.offsetSeconds},
                                           {"network", network.value},
                                           {"currency", currency.code()},
                                           {"unit", int(grouping.time)},
                                           {"by_campaign", int(grouping.campaign)},
                                           {"by_network", int(grouping.network)},
                                           {"by_offer", int(grouping.offer)}});
        if (!done)
            return done;
        while (select.next())
            row(select);
        if (const auto failure = select.failure())
            return unexpected(*failure);
    }
    return {};
}

QDate dayFrom(qint64 days)
{
    return QDate(1970, 1, 1).addDays(days);
}

} // namespace

Expected<void> eachForeignConversion(Database &database, const DateRange &range,
                                     const RollupGrouping &grouping, NetworkId network, int basis,
                                     Currency currency,
                                     const std::function<void(const ForeignConversion &)> &take)
{
    static constexpr std::array<const char *, 3> statements{"foreign_conversions_by_click",
                                                            "foreign_conversions",
                                                            "foreign_conversions_by_status"};
    return eachRow(database, statements.at(size_t(basis)), range, grouping, network, currency,
                   [&take](const Statement &row) {
                       take({{row.number(0), row.number(1), row.number(2), row.number(3),
                              Currency::fromCode(row.text(4)).value_or(Currency()),
                              ConversionStatus(row.number(5)), 1, row.number(7), row.number(8), row.number(9),
                              row.number(10)},
                             dayFrom(row.number(6))});
                   });
}

Expected<void> eachForeignCost(Database &database, const DateRange &range, const RollupGrouping &grouping,
                               NetworkId network, Currency currency,
                               const std::function<void(const ForeignCost &)> &take)
{
    return eachRow(database, "foreign_costs", range, grouping, network, currency,
                   [&take](const Statement &row) {
                       ForeignCost cost;
                       cost.total.time = row.number(0);
                       cost.total.campaign = row.number(1);
                       cost.total.network = row.number(2);
                       cost.total.offer = row.number(3);
                       cost.total.currency = Currency::fromCode(row.text(4)).value_or(Currency());
                       cost.total.costMicros = row.number(6);
                       cost.rateDay = dayFrom(row.number(5));
                       take(cost);
                   });
}

} // namespace Matchbook
