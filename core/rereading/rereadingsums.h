// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereadingchoice.h"
#include "rereadingplan.h"

#include <QHash>

namespace Matchbook {

class Database;

/// Adds up what plans change, for the report.
class RereadingSums
{
public:
    /// Starts from what \a network has earned so far, in \a database.
    Expected<void> begin(Database &database, NetworkId network, qint64 postbacks);
    /// \a chosen says which of the plan's postbacks were asked for: the others are read with them and not reported.
    /// \a ids are those that the plan's sales have got, if it was written.
    void add(const RereadingPlan &plan, const QSet<qint64> &chosen, const QList<qint64> &ids = {});
    RereadingReport report() const;

private:
    enum class Fate { Unchanged, Changed, Added, Removed };
    void book(const Conversion &conversion, int sign);
    void note(const PlannedSale &sale, qint64 id);

    RereadingReport m_report;
    QHash<qint64, Fate> m_fates; ///< of conversions that have an ID: a plan may meet what an earlier one made
    qint64 m_new = 0;
};

} // namespace Matchbook
