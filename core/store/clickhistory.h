// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matching/absence.h"
#include "statement.h"

namespace Matchbook {

/// Looks up from when to when clicks are stored, in the caller's transaction. A look at the edges of an index.
class ClickHistoryTable
{
public:
    explicit ClickHistoryTable(const Database &database);
    Expected<ClickHistory> read();

private:
    Statement m_select;
};

} // namespace Matchbook
