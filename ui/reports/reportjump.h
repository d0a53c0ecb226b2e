// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/reportquery.h"

#include <QVariantMap>

namespace Matchbook {

/// What leads from a row of a report to just its conversions, for Page::open(). \a path is the row's parts from the outermost inwards.
/// Empty where the list of conversions cannot be narrowed down to them: it goes by conversion date, and knows no traffic source, hour or
/// day of the week; and for clicks without a conversion.
QVariantMap jumpToConversions(const ReportQuestion &asked, const QList<ReportPart> &path);

} // namespace Matchbook
