// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Matchbook {

/// Why no conversion could be matched if a network sent \a query (`cid={aff_sub}&payout={payout}`, what stands behind the
/// postback URL) to somebody who reads the click ID from \a clickIdNames: a sentence that names the parameter. Empty if
/// nothing is wrong, also where there is no query or no name.
QString queryProblem(const QString &query, const QStringList &clickIdNames);

/// What \a query leaves out although \a payoutNames are read, in a sentence; empty if nothing.
QString queryRemark(const QString &query, const QStringList &payoutNames);

} // namespace Matchbook
