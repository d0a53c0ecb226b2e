// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/database.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace Matchbook {

/// A thread with a connection of its own that may write: what a test has to write is little, and it works beside whoever else
/// writes, in this process or another. Answers come in the thread this lives in.
class TestDesk : public QObject
{
    Q_OBJECT
public:
    /// The store must have been migrated. Nothing is opened before the first question.
    explicit TestDesk(const QString &databaseFile, QObject *parent = nullptr);
    /// Waits for the questions that were asked; their answers are dropped.
    ~TestDesk() override;

    /// Runs \a question in the desk's thread, then \a answer unless \a asker has died. A store that cannot be opened gives its
    /// Failure as the answer.
    template<typename T>
    void ask(QObject *asker, std::function<Expected<T>(Database &)> question,
             std::function<void(Expected<T>)> answer)
    {
        const QPointer<QObject> alive(asker);
        post([this, alive, question = std::move(question),
              answer = std::move(answer)](Expected<Database *> database) {
            auto result = std::make_shared<Expected<T>>(database ? question(**database)
                                                                 : Expected<T>(unexpected(database.error())));
            QMetaObject::invokeMethod(
                    this,
                    [alive, answer, result] {
                        if (alive)
                            answer(std::move(*result));
                    },
                    Qt::QueuedConnection);
        });
    }

private:
    class Worker;

    void post(std::function<void(Expected<Database *>)> job);

    QThread m_thread;
    Worker *m_worker = nullptr;
};

} // namespace Matchbook
