// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rolluptotals.h"

#include "dayzone.h"
#include "rollups.h"
#include "statement.h"

namespace Matchbook {

namespace {

Expected<void> runFor(Statement &select, const RollupSpan &span, const RollupGrouping &grouping,
                      NetworkId network)
{
    return select.runNamed({{"from", span.from},
                            {"to", span.to},
                            {"offset", span.offsetSeconds},
                            {"network", network.value},
                            {"unit", int(grouping.time)},
                            {"by_campaign", int(grouping.campaign)},
                            {"by_network", int(grouping.network)},
                            {"by_offer", int(grouping.offer)}});
}

Currency currencyFrom(const QString &code)
{
    return Currency::fromCode(code).value_or(Currency());
}

} // namespace

Expected<QList<RollupSpan>> rollupSpans(Database &database, const DateRange &range, TimeUnit unit)
{
    const auto kept = dayZone(database);
    if (!kept)
        return unexpected(kept.error());
    const QDate epoch(1970, 1, 1);
    if (*kept == range.zone.id() && unit != TimeUnit::Hour)
        return QList<RollupSpan>{{true, epoch.daysTo(range.from), epoch.daysTo(range.to) + 1, 0}};
    QList<RollupSpan> spans;
    for (const OffsetStretch &stretch : offsetStretches(range.startMs(), range.endMs(), range.zone))
        spans << RollupSpan{false, stretch.fromMs / bucketMs, stretch.toMs / bucketMs, stretch.offsetSeconds};
    return spans;
}

Expected<QList<ClickTotal>> clickTotals(Database &database, const RollupSpan &span,
                                        const RollupGrouping &grouping, NetworkId network)
{
    Statement select(database, span.days ? "report_clicks_in_days" : "report_clicks");
    if (auto done = runFor(select, span, grouping, network); !done)
        return unexpected(done.error());
    QList<ClickTotal> totals;
    while (select.next()) {
        totals << ClickTotal{select.number(0),
                             select.number(1),
                             select.number(2),
                             select.number(3),
                             currencyFrom(select.text(4)),
                             select.number(5),
                             select.number(6),
                             select.number(7),
                             select.number(8)};
    }
    if (const auto failure = select.failure())
        return unexpected(*failure);
    return totals;
}

Expected<QList<ConversionTotal>> conversionTotals(Database &database, const RollupSpan &span,
                                                  const RollupGrouping &grouping, NetworkId network,
                                                  int basis)
{
    static constexpr std::array<std::array<const char *, 3>, 2> statements{
            {{"report_conversions_by_click", "report_conversions", "report_conversions_by_status"},
             {"report_conversions_by_click_in_days", "report_conversions_in_days",
              "report_conversions_by_status_in_days"}}};
    Statement select(database, statements.at(span.days ? 1 : 0).at(size_t(basis)));
    if (auto done = runFor(select, span, grouping, network); !done)
        return unexpected(done.error());
    QList<ConversionTotal> totals;
    while (select.next()) {
        totals << ConversionTotal{select.number(0),
                                  select.number(1),
                                  select.number(2),
                                  select.number(3),
                                  currencyFrom(select.text(4)),
                                  ConversionStatus(select.number(5)),
                                  select.number(6),
                                  select.number(7),
                                  select.number(8),
                                  select.number(9),
                                  select.number(10)};
    }
    if (const auto failure = select.failure())
        return unexpected(*failure);
    return totals;
}

Expected<QHash<qint64, QString>> namesOf(Database &database, Named what)
{
    static constexpr std::array<const char *, 4> statements{"name_of_campaigns", "name_of_networks",
                                                            "name_of_offers", "source_of_campaigns"};
    Statement select(database, statements.at(size_t(what)));
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    QHash<qint64, QString> names;
    while (select.next())
        names.insert(select.number(0), select.text(1));
    return names;
}

} // namespace Matchbook
