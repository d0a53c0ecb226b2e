// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/currency.h"
#include "vocabulary/daterange.h"
#include "vocabulary/expected.h"

#include <QString>
#include <QStringList>

namespace Matchbook {

class Database;

/// One line of RFC 4180: comma, CRLF, quotes where needed. Text that a spreadsheet would take for a formula (it begins with
/// `=`, `+`, `-`, `@`, a tab or a line end) gets an apostrophe in front; \a fields marked as plain numbers by being one do not.
QByteArray csvLine(const QStringList &fields);

/// Writes the conversions of the range, by their conversion date, oldest first and without those of tests, with a header line, in UTF-8. The file
/// appears whole or not at all; see OutputFile for devices, pipes and `-`. Each row has its amounts as they were told and, where a rate
/// holds on its day, what they are in \a base, with that rate, its day and its source; without one these cells are empty. What is confirmed,
/// pending, rejected and refunded adds up to runReport(). Returns how
/// many rows it holds. Fails with FileTrouble or a Store kind.
Expected<qint64> exportConversions(Database &database, const DateRange &range, Currency base,
                                   const QString &file);

} // namespace Matchbook
