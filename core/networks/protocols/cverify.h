// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/formdecoding.h"

namespace Matchbook {

/// The signature that ClickBank and JVZoo share: the first eight digits of the SHA-1 of \a text, which ends with the secret, in
/// capitals. Text that is no UTF-8 is taken as Latin-1 and signed as UTF-8.
QByteArray cverifyOf(const QByteArray &text);

/// The signature of every field but `cverify`: the values sorted by their names' bytes, each followed by `|`, then \a secret.
QByteArray cverifyOf(const QList<FormField> &fields, const QByteArray &secret);

/// True if the field `cverify` of \a fields is \a expected, in letters of either case.
bool isSignedWith(const QList<FormField> &fields, const QByteArray &expected);

} // namespace Matchbook
