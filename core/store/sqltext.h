// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Matchbook {

/// The statement in `sql/queries/<name>.sql`, compiled into the program. A name that does not exist is a bug.
QString sqlText(const char *name);

} // namespace Matchbook
