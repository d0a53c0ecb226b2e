// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rows.h"
#include "vocabulary/expected.h"

#include <memory>

namespace Matchbook {

class Database;
class PresetCatalogue;

/// Pages of the three long tables, the Journey and the health of networks. Reads only, on the connection it was given.
class Lists
{
public:
    /// \a presets are needed for networkHealth() and the Journey only; without them, those compiled in.
    explicit Lists(Database &database, std::shared_ptr<const PresetCatalogue> presets = {})
        : m_database(database), m_presets(std::move(presets))
    { }

    /// At most \a limit rows that the filter leaves, in its order.
    Expected<QList<ClickRow>> clicks(const RowFilter &filter, int limit);
    Expected<QList<ConversionRow>> conversions(const RowFilter &filter, int limit);
    Expected<QList<PostbackRow>> postbacks(const RowFilter &filter, int limit);

    /// Which rows a filter leaves. Fast for a plain filter whatever the size of the table.
    Expected<RowIndex> clickIndex(const RowFilter &filter, int limit = 2'000'000);
    Expected<RowIndex> conversionIndex(const RowFilter &filter, int limit = 2'000'000);
    Expected<RowIndex> postbackIndex(const RowFilter &filter, int limit = 2'000'000);

    /// The rows with these IDs, in the order asked; IDs that are gone are left out.
    Expected<QList<ClickRow>> clicksById(const QList<qint64> &ids);
    Expected<QList<ConversionRow>> conversionsById(const QList<qint64> &ids);
    Expected<QList<PostbackRow>> postbacksById(const QList<qint64> &ids);

    Expected<Journey> journeyOfClick(const QString &clickId);
    Expected<Journey> journeyOfConversion(ConversionId id);
    Expected<Journey> journeyOfPostback(PostbackId id);

    /// Every network with its counts and alarms as of \a now; "today" begins at \a todayStart, 30 days ago at \a monthStart
    /// (Unix ms).
    Expected<QList<NetworkHealth>> networkHealth(qint64 now, qint64 todayStart, qint64 monthStart);
    /// Postbacks since \a since (Unix ms) that wait for a person: unmatched, not understood or refused, and not of a test click.
    Expected<int> needingAttention(qint64 since);
    /// Postbacks of tests since \a since (Unix ms), which count in no total.
    Expected<PostbackCounts> postbacksOfTests(qint64 since);
    /// Postbacks since \a since (Unix ms) that are no conversion by their nature (movesNoMoney()), without those of tests.
    Expected<PostbackCounts> postbacksWithoutMoney(qint64 since);
    /// When the newest postback arrived, Unix ms; 0 if none ever did.
    Expected<qint64> lastPostbackTime();

private:
    const PresetCatalogue &presets();

    Database &m_database;
    std::shared_ptr<const PresetCatalogue> m_presets;
};

} // namespace Matchbook
