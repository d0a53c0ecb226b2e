// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "steadyview.h"

namespace Matchbook {

SteadyView::SteadyView(Database &database)
    : m_database(database), m_begun(database.execute(QStringLiteral("BEGIN")))
{ }

SteadyView::~SteadyView()
{
    if (m_begun)
        (void)m_database.execute(QStringLiteral("COMMIT"));
}

} // namespace Matchbook
