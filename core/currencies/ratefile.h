// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/exchangerate.h"

#include <QList>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace Matchbook {

/// The reference rates as the European Central Bank publishes them in XML (eurofxref-daily.xml, eurofxref-hist-90d.xml,
/// eurofxref-hist.xml; structure: ecb.europa.eu, "Euro foreign exchange reference rates"): what one euro is worth. Currencies that are
/// no longer in use are left out. \a device is open for reading. BadInput, with the line, for anything else; then nothing is of use.
Expected<QList<ExchangeRate>> ratesFromXml(QIODevice &device);

/// The rates in a file that a person has chosen, whichever of these it is: the central bank's XML; its CSV (`Date,USD,JPY,…`, one
/// line a day); a table of our own with the columns date, from, to, rate. All rates or a failure: FileTrouble, or BadInput with
/// the line and what is wrong there.
Expected<QList<ExchangeRate>> readRateFile(const QString &path);

} // namespace Matchbook
