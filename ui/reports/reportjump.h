// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/reportquery.h"

#include <QVariantMap>

namespace Matchbook {

/// What leads from a row of a report to its conversions, for Page::open(): everything of the row that the list of conversions can be
/// narrowed down to, which is not its traffic source, hour or day of the week. \a path is the row's parts from the outermost inwards.
/// Empty for clicks without a conversion.
QVariantMap jumpToConversions(const ReportQuestion &asked, const QList<ReportPart> &path);

} // namespace Matchbook
