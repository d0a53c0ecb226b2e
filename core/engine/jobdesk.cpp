// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobdesk.h"

#include "store/writer.h"

#include <future>

namespace Matchbook {

JobDesk::JobDesk(Writer &writer, QString databaseFile, std::shared_ptr<const PresetCatalogue> presets,
                 const Clock &clock, QObject *parent)
    : QObject(parent), m_writer(writer), m_databaseFile(std::move(databaseFile)),
      m_presets(std::move(presets)), m_clock(clock)
{ }

void JobDesk::end()
{
    m_cancelled = true;
    if (m_thread.joinable())
        m_thread.join();
}

qint64 JobDesk::start(std::function<void()> work)
{
    if (m_atWork)
        return 0;
    if (m_thread.joinable())
        m_thread.join();
    if (m_nextPresets)
        m_presets = std::move(m_nextPresets);
    m_atWork = true;
    m_cancelled = false;
    ++m_job;
    m_thread = std::thread(std::move(work));
    return m_job;
}

void JobDesk::finish(std::function<void(qint64)> tell)
{
    QMetaObject::invokeMethod(
            this,
            [this, tell = std::move(tell), job = m_job] {
                m_atWork = false;
                tell(job);
                // Whoever was told may have begun the next thing.
                if (!m_atWork)
                    Q_EMIT freed();
            },
            Qt::QueuedConnection);
}

void JobDesk::cancel(qint64 job)
{
    if (m_atWork && job == m_job)
        m_cancelled = true;
}

Expected<bool> JobDesk::onWriter(const Slice &slice)
{
    auto answer = std::make_shared<std::promise<Expected<bool>>>();
    auto result = answer->get_future();
    if (!m_writer.postTask([&slice, answer](Database &database) { answer->set_value(slice(database)); }))
        return unexpected(Failure::Kind::Cancelled);
    return result.get();
}

} // namespace Matchbook
