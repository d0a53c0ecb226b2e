// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/formdecoding.h"

namespace Matchbook {

/// \a form with what each kind of receiver gets of the sale as fields of their own, in dollars: `payouts.vendor`,
/// `payouts.affiliates`, `payouts.jv`. JVZIPN 2 sends them as a list in JSON, `transactionPayouts`. As it is where it has none that
/// can be read.
QList<FormField> withPayouts(const QList<FormField> &form);

} // namespace Matchbook
