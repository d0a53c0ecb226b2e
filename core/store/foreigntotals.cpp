// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foreigntotals.h"

#include "dayzone.h"
#include "statement.h"

#include <algorithm>
#include <array>

namespace Matchbook {

namespace {

/// Finds the offset of the zone at a time: the stretches of a range that have one offset each.
class Offsets
{
public:
    explicit Offsets(const DateRange &range)
        : m_stretches(offsetStretches(range.startMs(), range.endMs(), range.zone))
    { }

    /// \a ms as days or hours on the zone's clocks; 0 for no unit.
    qint64 timeOf(qint64 ms, TimeUnit unit) const
    {
        if (unit == TimeUnit::None)
            return 0;
        const auto stretch = std::find_if(m_stretches.cbegin(), m_stretches.cend(),
                                          [ms](const OffsetStretch &one) { return ms < one.toMs; });
        const int offset = stretch == m_stretches.cend() ? 0 : stretch->offsetSeconds;
        return (ms / 1000 + offset) / int(unit);
    }

private:
    QList<OffsetStretch> m_stretches;
};

/// Runs the statement over the whole range and calls \a row for every row: reading it once for each offset would take that many times as
/// long.
Expected<void> eachRow(Database &database, const char *name, const DateRange &range,
                       const RollupGrouping &grouping, NetworkId network, Currency currency,
                       const std::function<void(const Statement &)> &row)
{
    Statement select(database, name);
    const auto done = select.runNamed({{"from", range.startMs()},
                                       {"to", range.endMs()},
                                       {"network", network.value},
                                       {"currency", currency.code()},
                                       {"by_time", int(grouping.time != TimeUnit::None)},
                                       {"by_campaign", int(grouping.campaign)},
                                       {"by_network", int(grouping.network)},
                                       {"by_offer", int(grouping.offer)}});
    if (!done)
        return done;
    while (select.next())
        row(select);
    if (const auto failure = select.failure())
        return unexpected(*failure);
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
                   [&, offsets = Offsets(range)](const Statement &row) {
                       take({{offsets.timeOf(row.number(0), grouping.time), row.number(1), row.number(2),
                              row.number(3), Currency::fromCode(row.text(4)).value_or(Currency()),
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
                   [&, offsets = Offsets(range)](const Statement &row) {
                       ForeignCost cost;
                       cost.total.time = offsets.timeOf(row.number(0), grouping.time);
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
