// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "campaigns/valuetablemodel.h"
#include "forms/catalogueedits.h"
#include "forms/choicecombo.h"
#include "reports/reportquery.h"
#include "text/formats.h"

namespace Matchbook {

/// Titles of the two tables' columns, translated, in the order of their rows' cells.
QStringList campaignTitles();
QStringList offerTitles();

/// Every campaign of \a contents with its figures from \a report (grouped by campaign); one without traffic has none.
QList<ValueRow> campaignRows(const CatalogueContents &contents, const Report &report, bool withArchived,
                             const Formats &formats);
/// Every offer with its figures from \a report (grouped by offer).
QList<ValueRow> offerRows(const CatalogueContents &contents, const Report &report, const Formats &formats);

/// The report's sums in one line for people.
QString reportTotals(const Metrics &total, Currency currency, const Formats &formats);

} // namespace Matchbook
