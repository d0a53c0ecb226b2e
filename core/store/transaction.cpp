// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transaction.h"

namespace Matchbook {

Transaction::Transaction(Database &database) : m_database(database), m_begun(exec("BEGIN IMMEDIATE"))
{
    m_open = m_begun.has_value();
}

Transaction::~Transaction()
{
    if (m_open)
        (void)exec("ROLLBACK");
}

Expected<void> Transaction::commit()
{
    auto done = exec("COMMIT");
    if (done)
        m_open = false;
    return done;
}

Expected<void> Transaction::savepoint()
{
    return exec("SAVEPOINT one_row");
}

Expected<void> Transaction::keepSavepoint()
{
    return exec("RELEASE one_row");
}

Expected<void> Transaction::undoSavepoint()
{
    if (auto undone = exec("ROLLBACK TO one_row"); !undone)
        return undone;
    return exec("RELEASE one_row");
}

Expected<void> Transaction::exec(const char *sql)
{
    return m_database.execute(QLatin1StringView(sql));
}

} // namespace Matchbook
