// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rows.h"

namespace Matchbook {

bool RowFilter::isPlain() const
{
    return *this == RowFilter();
}

} // namespace Matchbook
