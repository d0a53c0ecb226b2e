// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"
#include "vocabulary/expected.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace Matchbook {

/// A thread with a read-only connection. Questions are answered there, one after the other, and the answers are
/// delivered in the asker's thread.
class Reader : public QObject
{
    Q_OBJECT
public:
    /// Does not open anything yet: the connection is made in the thread, with the first question.
    explicit Reader(const QString &databaseFile, QObject *parent = nullptr);
    /// Interrupts a running question, then waits for the thread.
    ~Reader() override;

    /// Runs \a question in the reader's thread; then calls \a answer with its result in the thread the Reader lives in,
    /// unless \a asker, who lives there too, has died. A store that cannot be opened gives its Failure as the answer.
    template<typename T>
    void ask(QObject *asker, std::function<Expected<T>(Database &)> question,
             std::function<void(Expected<T>)> answer)
    {
        const QPointer<QObject> alive(asker);
        post([this, alive, question = std::move(question),
              answer = std::move(answer)](Expected<Database *> database) {
            auto result = std::make_shared<Expected<T>>(database ? question(**database)
                                                                 : Expected<T>(unexpected(database.error())));
            deliver([alive, answer, result] {
                if (alive)
                    answer(std::move(*result));
            });
        });
    }

    /// Stops the running question soon (it answers Cancelled); those behind it still run.
    void interrupt();

Q_SIGNALS:
    /// Somebody wrote to the store, in this process or another. At most four times a second.
    void storeChanged();

private:
    class Worker;

    void post(std::function<void(Expected<Database *>)> job);
    void deliver(std::function<void()> answer);

    QThread m_thread;
    Worker *m_worker = nullptr;
};

} // namespace Matchbook
