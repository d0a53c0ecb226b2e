// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reader.h"

#include <QTimer>

#include <atomic>

namespace Matchbook {

namespace {

constexpr int pollMs = 200;

} // namespace

/// Lives in the reader's thread and owns its connection.
class Reader::Worker : public QObject
{
public:
    explicit Worker(QString file) : m_file(std::move(file)) { }

    Expected<Database *> database()
    {
        if (!m_database) {
            auto opened = Database::open(m_file, Database::Access::ReadOnly);
            if (!opened)
                return unexpected(opened.error());
            m_database = *std::move(opened);
            m_interruptible = m_database.get();
        }
        return m_database.get();
    }

    /// True if somebody committed since the last look. Opens the store if it is there by now.
    bool storeHasChanged()
    {
        const auto opened = database();
        if (!opened)
            return false;
        const qint64 version = (*opened)->dataVersion();
        const bool changed = version != m_version;
        m_version = version;
        return changed;
    }

    void interrupt()
    {
        if (Database *database = m_interruptible)
            database->interrupt();
    }

    void close()
    {
        m_interruptible = nullptr;
        m_database.reset();
    }

private:
    QString m_file;
    std::unique_ptr<Database> m_database;
    std::atomic<Database *> m_interruptible = nullptr;
    qint64 m_version = -1;
};

Reader::Reader(const QString &databaseFile, QObject *parent)
    : QObject(parent), m_worker(new Worker(databaseFile))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("matchbook reader"));
    m_thread.start();
    QMetaObject::invokeMethod(
            m_worker,
            [this] {
                auto *poll = new QTimer(m_worker);
                QObject::connect(poll, &QTimer::timeout, m_worker, [this] {
                    if (m_worker->storeHasChanged())
                        Q_EMIT storeChanged();
                });
                poll->start(pollMs);
            },
            Qt::QueuedConnection);
}

Reader::~Reader()
{
    m_worker->interrupt();
    QMetaObject::invokeMethod(
            m_worker,
            [this] {
                m_worker->close();
                delete m_worker;
                m_thread.quit();
            },
            Qt::QueuedConnection);
    m_thread.wait();
}

void Reader::post(std::function<void(Expected<Database *>)> job)
{
    QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, job = std::move(job)] { job(worker->database()); },
            Qt::QueuedConnection);
}

void Reader::deliver(std::function<void()> answer)
{
    QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
}

void Reader::interrupt()
{
    m_worker->interrupt();
}

} // namespace Matchbook
