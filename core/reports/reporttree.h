// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportquery.h"

#include <vector>

namespace Matchbook {

/// One row of a nested report and what it is made of.
struct ReportNode {
    ReportPart part;
    Metrics metrics;
    size_t place = 0; ///< among its siblings, in the order of their parts
    std::vector<ReportNode> children; ///< in the order of their parts; none at the innermost level
};

/// A report whose rows are nested in the order of its question's dimensions.
struct ReportTree {
    ReportQuestion question;
    QString network; ///< the name of the only one that was asked about; empty: all
    qint64 leastClicks = 0;
    Currency currency;
    std::vector<ReportNode> nodes;
    Metrics total;
    QList<Currency> otherCurrencies;
    QList<LeftOut> leftOut; ///< with the rows of the outermost level
};

/// Asks for every level by itself, so that each sum is exact and no row differs from the same row of a report of its own. Outermost rows
/// with fewer than \a leastClicks are left out of the nodes, not of the total; not those of statuses, since clicks have none.
Expected<ReportTree> runReportTree(Database &database, const ReportQuestion &question,
                                   qint64 leastClicks = 0);

} // namespace Matchbook
