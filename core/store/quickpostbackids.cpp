// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quickpostbackids.h"

#include "statement.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace Matchbook {

namespace {

using Ids = QList<qint64>;

Expected<Ids> idsFrom(Statement &select, Expected<void> run)
{
    if (!run)
        return unexpected(run.error());
    Ids ids;
    while (select.next())
        ids << select.number(0);
    if (const auto failure = select.failure())
        return unexpected(*failure);
    // An index has them in ascending runs, and mostly in one.
    if (!std::is_sorted(ids.cbegin(), ids.cend()))
        std::sort(ids.begin(), ids.end());
    return ids;
}

/// Every postback there is. As long as none was ever dropped, they are numbered without a gap.
Expected<Ids> everyId(Database &database)
{
    Statement dropped(database, "quarantine_dropped");
    if (auto done = dropped.run(); !done)
        return unexpected(done.error());
    if (dropped.next() && dropped.number(0) > 0) {
        Statement select(database, "postback_ids_of_all");
        return idsFrom(select, select.run());
    }
    Statement extent(database, "postback_extent");
    if (auto done = extent.run(); !done)
        return unexpected(done.error());
    if (!extent.next() || extent.number(1) == 0)
        return Ids();
    Ids ids(extent.number(1) - extent.number(0) + 1);
    std::iota(ids.begin(), ids.end(), extent.number(0));
    return ids;
}

/// Where to begin: the stretch of time, the network, or everything.
Expected<Ids> startFrom(Database &database, const RowFilter &filter)
{
    if (filter.since > 0 || filter.until > 0) {
        Statement select(database, "postback_ids_between");
        const qint64 until = filter.until > 0 ? filter.until : std::numeric_limits<qint64>::max();
        return idsFrom(select, select.run(filter.since, until));
    }
    if (!filter.network.isValid())
        return everyId(database);
    Statement select(database, "postback_ids_of_network");
    return idsFrom(select, select.run(filter.network.value));
}

Ids common(const Ids &a, const Ids &b)
{
    Ids both;
    std::set_intersection(a.cbegin(), a.cend(), b.cbegin(), b.cend(), std::back_inserter(both));
    return both;
}

Ids without(const Ids &a, const Ids &b)
{
    Ids rest;
    rest.reserve(a.size());
    std::set_difference(a.cbegin(), a.cend(), b.cbegin(), b.cend(), std::back_inserter(rest));
    return rest;
}

/// Nearly all rows are matched and stand in no index of outcomes: what is not listed there is.
struct OutcomeChoice {
    bool any = true;
    bool matched = false;
    QList<int> listed;
    QList<int> unwanted;

    explicit OutcomeChoice(const QStringList &words) : any(words.isEmpty())
    {
        matched = words.contains(QString(outcomeWord(PostbackOutcome::Matched)));
        for (int i = int(PostbackOutcome::Repeated); i <= int(PostbackOutcome::Refused); ++i)
            (words.contains(QString(outcomeWord(PostbackOutcome(i)))) ? listed : unwanted) << i;
    }
};

Expected<Ids> idsOfOutcomes(Database &database, const QList<int> &outcomes)
{
    Ids all;
    for (const int outcome : outcomes) {
        Statement select(database, "postback_ids_of_outcome");
        const auto ids = idsFrom(select, select.run(outcome));
        if (!ids)
            return ids;
        all += *ids;
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// The postbacks with one of these causes, or of which the click ID had to be mended so.
Expected<Ids> idsOfCauses(Database &database, const QStringList &causes)
{
    Ids all;
    for (const QString &word : causes) {
        const MatchKind match = matchFromWord(word);
        Statement select(database, isRepair(match) ? "postback_ids_of_repair" : "postback_ids_of_cause");
        auto run = isRepair(match) ? select.run(int(match), QString(matchWord(match))) : select.run(word);
        const auto ids = idsFrom(select, std::move(run));
        if (!ids)
            return ids;
        all += *ids;
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// What \a filter's outcomes and causes leave, where that is a short list; nothing where it is not.
Expected<std::optional<Ids>> shortList(Database &database, const RowFilter &filter,
                                       const OutcomeChoice &outcomes)
{
    std::optional<Ids> list;
    if (!outcomes.any && !outcomes.matched) {
        auto ids = idsOfOutcomes(database, outcomes.listed);
        if (!ids)
            return unexpected(ids.error());
        list = *std::move(ids);
    }
    if (!filter.causes.isEmpty()) {
        const auto ids = idsOfCauses(database, filter.causes);
        if (!ids)
            return unexpected(ids.error());
        list = list ? common(*list, *ids) : *ids;
    }
    return list;
}

Expected<Ids> ascendingIds(Database &database, const RowFilter &filter)
{
    const OutcomeChoice outcomes(filter.words);
    const auto few = shortList(database, filter, outcomes);
    if (!few)
        return unexpected(few.error());
    const bool everywhere = !filter.network.isValid() && filter.since <= 0 && filter.until <= 0;
    Ids ids;
    if (*few && everywhere) {
        ids = **few;
    } else {
        auto start = startFrom(database, filter);
        if (!start)
            return start;
        ids = *few ? common(*start, **few) : *std::move(start);
        if (filter.network.isValid() && (filter.since > 0 || filter.until > 0)) {
            Statement select(database, "postback_ids_of_network");
            const auto ofNetwork = idsFrom(select, select.run(filter.network.value));
            if (!ofNetwork)
                return ofNetwork;
            ids = common(ids, *ofNetwork);
        }
    }
    if (outcomes.any || !outcomes.matched)
        return ids;
    const auto unwanted = idsOfOutcomes(database, outcomes.unwanted);
    return unwanted ? Expected<Ids>(without(ids, *unwanted)) : unwanted;
}

} // namespace

bool isQuickFilter(const RowFilter &filter)
{
    if (!filter.network.isValid() && filter.words.isEmpty() && filter.causes.isEmpty())
        return false; // the newest rows stand at the end of the index of times
    RowFilter rest = filter;
    rest.since = rest.until = 0;
    rest.network = {};
    rest.words.clear();
    rest.causes.clear();
    rest.withoutTests = false;
    return rest.isPlain();
}

Expected<QList<qint64>> quickPostbackIds(Database &database, const RowFilter &filter, int limit)
{
    auto ids = ascendingIds(database, filter);
    if (!ids)
        return ids;
    if (filter.withoutTests) {
        Statement select(database, "postback_ids_of_tests");
        const auto ofTests = idsFrom(select, select.run());
        if (!ofTests)
            return ofTests;
        ids = without(*ids, *ofTests);
    }
    std::reverse(ids->begin(), ids->end());
    if (ids->size() > limit)
        ids->resize(limit);
    return ids;
}

} // namespace Matchbook
