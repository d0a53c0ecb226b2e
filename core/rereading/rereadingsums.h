// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereadingchoice.h"
#include "rereadingplan.h"

#include <QHash>
#include <QSet>

namespace Matchbook {

class Database;

/// Adds up what plans change, for the report.
class RereadingSums
{
public:
    /// Starts from what \a network has earned so far, in \a database.
    Expected<void> begin(Database &database, NetworkId network, qint64 postbacks);
    /// Plans that are not written will take up sales and postbacks of earlier ones, and then hold in their place. First of all.
    void expectPieces() { m_inPieces = true; }
    /// \a chosen says which of the plan's postbacks were asked for, in order: the others are read with them and not reported.
    /// \a ids are those that the plan's sales have got, if it was written.
    void add(const RereadingPlan &plan, const QList<qint64> &chosen, const QList<qint64> &ids = {});
    RereadingReport report() const;

private:
    enum class Fate { Unchanged, Changed, Added, Removed };
    /// What a conversion counts for.
    struct Share {
        Currency currency;
        ConversionStatus status = ConversionStatus::Test;
        qint64 micros = 0;
    };
    /// What a plan has changed the totals by.
    struct Booked {
        std::optional<Share> before;
        std::optional<Share> after;
    };
    static std::optional<Share> shareOf(const std::optional<Conversion> &conversion);
    void book(const std::optional<Share> &share, int sign);
    void note(const PlannedSale &sale, qint64 id);
    void takeBack(const RereadingPlan &plan);
    void takeBack(qint64 key);

    RereadingReport m_report;
    QHash<qint64, Fate> m_fates; ///< of conversions that have an ID: a plan may meet what an earlier one made
    qint64 m_new = 0;
    QHash<qint64, PostbackCause>
            m_notUnderstood; ///< by postback: it may be read more than once, and the last time counts
    QSet<qint64> m_understood; ///< postbacks that were not before, likewise
    bool m_inPieces = false;
    QHash<qint64, Booked>
            m_booked; ///< by conversion, or minus the first postback of a new one; unwritten pieces only
};

} // namespace Matchbook
