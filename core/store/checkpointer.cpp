// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checkpointer.h"

#include "database.h"

namespace Matchbook {

Checkpointer::Checkpointer(const QString &databaseFile)
    : m_file(databaseFile), m_thread([this] { run(); }) { }

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Checkpointer::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = true;
    }
    m_wake.notify_one();
}

void Checkpointer::run()
{
    std::unique_ptr<Database> database;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_wanted || m_stop; });
            if (m_stop)
                return;
            m_wanted = false;
        }
        if (!database) {
            auto opened = Database::open(m_file, Database::Access::ReadWrite);
            if (!opened)
                continue; // the writer meets the same trouble and tells
            database = *std::move(opened);
        }
        if (database->execute(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")))
            m_finished = true;
    }
}

} // namespace Matchbook
