// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportdimension.h"

#include <QDate>
#include <QHash>

#include <array>

namespace Matchbook {

class Database;

/// What one row of a report is about: a number for each of its dimensions.
struct RowKey {
    std::array<qint64, size_t(mostDimensions)> parts{};

    auto operator<=>(const RowKey &) const = default;
};

/// One dimension of one row, for people and programs.
struct ReportPart {
    QString name; ///< of the campaign, offer, network, source; the status' word; `2026-11-01`, `2026-11`, `07`, `monday`
    qint64 id
            = 0; ///< of the campaign, offer or network; the source's place from 1, 0 without a campaign; the hour from 0; the day of the week, 1 for Monday
    QDate day; ///< the first day of a day, week or month

    friend bool operator==(const ReportPart &, const ReportPart &) = default;
};

/// Finds the rows of a report that totals belong to, and what they are called. A value.
class RowKeys
{
public:
    static constexpr int noStatus = -1;

    /// Reads the names that \a by needs. Fails with a Store kind.
    static Expected<RowKeys> load(Database &database, const QList<ReportDimension> &by,
                                  Qt::DayOfWeek weekStart);

    const RollupGrouping &grouping() const { return m_grouping; }
    template<typename Total>
    RowKey of(const Total &total, int status = noStatus) const
    {
        return keyOf({total.time, total.campaign, total.offer, total.network, status});
    }
    /// The row that \a day is in, where all dimensions are stretches of days.
    RowKey ofDay(QDate day) const;
    QList<ReportPart> partsOf(const RowKey &key) const;
    /// In the order of a report: by name, by time, by status.
    bool isLess(const QList<ReportPart> &a, const QList<ReportPart> &b) const;

private:
    struct Place {
        qint64 time = 0;
        qint64 campaign = 0;
        qint64 offer = 0;
        qint64 network = 0;
        int status = noStatus;
    };

    RowKey keyOf(const Place &place) const;
    qint64 partOf(ReportDimension dimension, const Place &place) const;
    ReportPart named(ReportDimension dimension, qint64 part) const;
    QDate stretchOf(ReportDimension dimension, QDate day) const;

    QList<ReportDimension> m_by;
    Qt::DayOfWeek m_weekStart = Qt::Monday;
    RollupGrouping m_grouping;
    QHash<qint64, QString> m_campaigns;
    QHash<qint64, QString> m_offers;
    QHash<qint64, QString> m_networks;
    QHash<qint64, qint64> m_sourceOf; ///< of a campaign: its place in m_sources
    QStringList m_sources;
};

} // namespace Matchbook
