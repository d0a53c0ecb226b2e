// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testdesk.h"

namespace Matchbook {

/// Lives in the desk's thread and owns its connection.
class TestDesk::Worker : public QObject
{
public:
    explicit Worker(QString file) : m_file(std::move(file)) { }

    Expected<Database *> database()
    {
        if (!m_database) {
            auto opened = Database::open(m_file, Database::Access::ReadWrite);
            if (!opened)
                return unexpected(opened.error());
            m_database = *std::move(opened);
        }
        return m_database.get();
    }

private:
    QString m_file;
    std::unique_ptr<Database> m_database;
};

TestDesk::TestDesk(const QString &databaseFile, QObject *parent)
    : QObject(parent), m_worker(new Worker(databaseFile))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("matchbook test desk"));
    m_thread.start();
}

TestDesk::~TestDesk()
{
    QMetaObject::invokeMethod(
            m_worker,
            [this] {
                delete m_worker;
                m_thread.quit();
            },
            Qt::QueuedConnection);
    m_thread.wait();
}

void TestDesk::post(std::function<void(Expected<Database *>)> job)
{
    QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, job = std::move(job)] { job(worker->database()); },
            Qt::QueuedConnection);
}

} // namespace Matchbook
