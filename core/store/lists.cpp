// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lists.h"

#include "quickpostbackids.h"
#include "rowreading.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace Matchbook {

namespace {

/// `,3,4,` for the words of a filter, as the statements compare them with the stored numbers.
template<typename Translate>
QString numberList(const QStringList &words, Translate translate)
{
    QString list;
    for (const QString &word : words) {
        const auto number = translate(word);
        list += (list.isEmpty() ? QStringLiteral(",") : QString())
                + QString::number(number ? int(*number) : -1) + QLatin1Char(',');
    }
    return list.isEmpty() ? QStringLiteral("") : list;
}

std::optional<ClickKind> clickKindFromWord(QStringView word)
{
    if (word == u"visitor")
        return ClickKind::Visitor;
    if (word == u"bot")
        return ClickKind::Bot;
    if (word == u"probe")
        return ClickKind::Probe;
    if (word == u"test")
        return ClickKind::Test;
    return std::nullopt;
}

qint64 endOf(const RowFilter &filter)
{
    return filter.until > 0 ? filter.until : std::numeric_limits<qint64>::max();
}

/// The smallest click ID of that time or later. IDs carry 40 bits of time, so the ends are clamped.
QString firstClickIdOf(qint64 unixMs)
{
    return ClickId::make(unixMs, 0).toString().left(9);
}

QString present(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

Expected<QList<qint64>> readIds(Statement &select, Expected<void> run, bool reversed)
{
    if (!run)
        return unexpected(run.error());
    QList<qint64> ids;
    while (select.next())
        ids << select.number(0);
    if (const auto failure = select.failure())
        return unexpected(*failure);
    if (reversed)
        std::reverse(ids.begin(), ids.end());
    return ids;
}

/// True once rows have gone from between others: arithmetic would show holes in their place.
Expected<bool> hasHoles(Database &database, const char *counter)
{
    Statement dropped(database, "rows_dropped");
    if (auto done = dropped.run(QLatin1StringView(counter)); !done)
        return unexpected(done.error());
    return dropped.next() && dropped.number(0) > 0;
}

Expected<RowIndex> plainIndex(Database &database, const char *statement)
{
    Statement select(database, statement);
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    RowIndex index;
    if (select.next()) {
        index.firstId = select.number(0);
        index.lastId = select.number(1);
    }
    return index;
}

RowIndex indexOf(QList<qint64> ids, int limit)
{
    RowIndex index;
    index.plain = false;
    index.cut = ids.size() >= limit;
    index.ids = std::move(ids);
    return index;
}

Expected<QList<qint64>> clickIds(Database &database, const RowFilter &filter, int limit)
{
    const bool sorted = !filter.sortBy.isEmpty();
    Statement select(database, sorted ? "click_ids_sorted" : "click_ids");
    const QString untilId = filter.until > 0 ? firstClickIdOf(filter.until + 1) : QStringLiteral("n");
    const QString words = numberList(filter.words, clickKindFromWord);
    auto run = sorted ? select.runNamed({{"since_id", firstClickIdOf(filter.since)},
                                         {"until_id", untilId},
                                         {"since", filter.since},
                                         {"until", endOf(filter)},
                                         {"network", filter.network.value},
                                         {"campaign", filter.campaign.value},
                                         {"offer", filter.offer.value},
                                         {"words", words},
                                         {"search", present(filter.search)},
                                         {"sort", filter.sortBy},
                                         {"limit", limit}})
                      : select.runNamed({{"since_id", firstClickIdOf(filter.since)},
                                         {"until_id", untilId},
                                         {"since", filter.since},
                                         {"until", endOf(filter)},
                                         {"network", filter.network.value},
                                         {"campaign", filter.campaign.value},
                                         {"offer", filter.offer.value},
                                         {"words", words},
                                         {"search", present(filter.search)},
                                         {"limit", limit}});
    return readIds(select, std::move(run), sorted && !filter.ascending);
}

Expected<QList<qint64>> conversionIds(Database &database, const RowFilter &filter, int limit)
{
    const bool sorted = !filter.sortBy.isEmpty();
    Statement select(database, sorted ? "conversion_ids_sorted" : "conversion_ids");
    const QString words = numberList(filter.words, [](const QString &word) { return statusFromWord(word); });
    auto run = sorted ? select.runNamed({{"since", filter.since},
                                         {"until", endOf(filter)},
                                         {"network", filter.network.value},
                                         {"campaign", filter.campaign.value},
                                         {"offer", filter.offer.value},
                                         {"words", words},
                                         {"search", present(filter.search)},
                                         {"sort", filter.sortBy},
                                         {"limit", limit}})
                      : select.runNamed({{"since", filter.since},
                                         {"until", endOf(filter)},
                                         {"network", filter.network.value},
                                         {"campaign", filter.campaign.value},
                                         {"offer", filter.offer.value},
                                         {"words", words},
                                         {"search", present(filter.search)},
                                         {"limit", limit}});
    return readIds(select, std::move(run), sorted && !filter.ascending);
}

Expected<QList<qint64>> postbackIds(Database &database, const RowFilter &filter, int limit)
{
    if (isQuickFilter(filter))
        return quickPostbackIds(database, filter, limit);
    const bool sorted = !filter.sortBy.isEmpty();
    Statement select(database, sorted ? "postback_ids_sorted" : "postback_ids");
    const QString words = numberList(filter.words, [](const QString &word) { return outcomeFromWord(word); });
    const QString causes
            = filter.causes.isEmpty() ? QStringLiteral("") : u',' + filter.causes.join(u',') + u',';
    auto run = sorted ? select.runNamed({{"since", filter.since},
                                         {"until", endOf(filter)},
                                         {"network", filter.network.value},
                                         {"words", words},
                                         {"causes", causes},
                                         {"tests", filter.withoutTests ? 0 : 1},
                                         {"search", present(filter.search)},
                                         {"sort", filter.sortBy},
                                         {"limit", limit}})
                      : select.runNamed({{"since", filter.since},
                                         {"until", endOf(filter)},
                                         {"network", filter.network.value},
                                         {"words", words},
                                         {"causes", causes},
                                         {"tests", filter.withoutTests ? 0 : 1},
                                         {"search", present(filter.search)},
                                         {"limit", limit}});
    return readIds(select, std::move(run), sorted && !filter.ascending);
}

} // namespace

Expected<QList<ClickRow>> Lists::clicks(const RowFilter &filter, int limit)
{
    const auto ids = clickIds(m_database, filter, limit);
    return ids ? clicksById(*ids) : unexpected(ids.error());
}

Expected<QList<ConversionRow>> Lists::conversions(const RowFilter &filter, int limit)
{
    const auto ids = conversionIds(m_database, filter, limit);
    return ids ? conversionsById(*ids) : unexpected(ids.error());
}

Expected<QList<PostbackRow>> Lists::postbacks(const RowFilter &filter, int limit)
{
    const auto ids = postbackIds(m_database, filter, limit);
    return ids ? postbacksById(*ids) : unexpected(ids.error());
}

Expected<RowIndex> Lists::clickIndex(const RowFilter &filter, int limit)
{
    if (filter.isPlain()) {
        const auto holes = hasHoles(m_database, "click_dropped");
        if (!holes)
            return unexpected(holes.error());
        if (!*holes)
            return plainIndex(m_database, "click_extent");
    }
    auto ids = clickIds(m_database, filter, limit);
    return ids ? Expected<RowIndex>(indexOf(*std::move(ids), limit)) : unexpected(ids.error());
}

Expected<RowIndex> Lists::conversionIndex(const RowFilter &filter, int limit)
{
    if (filter.isPlain()) {
        const auto holes = hasHoles(m_database, "conversion_dropped");
        if (!holes)
            return unexpected(holes.error());
        if (!*holes)
            return plainIndex(m_database, "conversion_extent");
    }
    auto ids = conversionIds(m_database, filter, limit);
    return ids ? Expected<RowIndex>(indexOf(*std::move(ids), limit)) : unexpected(ids.error());
}

Expected<RowIndex> Lists::postbackIndex(const RowFilter &filter, int limit)
{
    if (!filter.isPlain()) {
        auto ids = postbackIds(m_database, filter, limit);
        return ids ? Expected<RowIndex>(indexOf(*std::move(ids), limit)) : unexpected(ids.error());
    }
    Statement dropped(m_database, "quarantine_dropped");
    if (auto done = dropped.run(); !done)
        return unexpected(done.error());
    if (!dropped.next() || dropped.number(0) == 0)
        return plainIndex(m_database, "postback_extent");
    // Rows are missing in between, so arithmetic would show holes.
    Statement select(m_database, "postback_ids_newest");
    auto ids = readIds(select, select.run(limit), false);
    return ids ? Expected<RowIndex>(indexOf(*std::move(ids), limit)) : unexpected(ids.error());
}

Expected<QList<ClickRow>> Lists::clicksById(const QList<qint64> &ids)
{
    return readRows<ClickRow>(m_database, "click_by_id", ids);
}

Expected<QList<ConversionRow>> Lists::conversionsById(const QList<qint64> &ids)
{
    return readRows<ConversionRow>(m_database, "conversion_by_id", ids);
}

Expected<QList<PostbackRow>> Lists::postbacksById(const QList<qint64> &ids)
{
    return readRows<PostbackRow>(m_database, "postback_by_id", ids);
}

} // namespace Matchbook
