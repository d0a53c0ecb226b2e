// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickhistory.h"

namespace Matchbook {

ClickHistoryTable::ClickHistoryTable(const Database &database) : m_select(database, "click_history") { }

Expected<ClickHistory> ClickHistoryTable::read()
{
    if (auto done = m_select.run(); !done)
        return unexpected(done.error());
    ClickHistory history;
    if (m_select.next()) {
        if (const auto first = ClickId::parse(m_select.text(0).toLatin1()))
            history.firstClick = first->unixMs();
        history.purgedUntil = m_select.number(1);
    }
    m_select.finish();
    return history;
}

} // namespace Matchbook
