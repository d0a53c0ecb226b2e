// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QFutureInterface>
#include <QHttpServerResponse>

#include <memory>
#include <vector>

class QThread;

namespace Matchbook {

/// The promise of one answer. Whoever holds it last without having given an answer gives 503.
class PromisedAnswer
{
public:
    ~PromisedAnswer();
    /// Answers; only the first time. In the listener's thread.
    void give(QHttpServerResponse &&response);

private:
    friend class PendingAnswers;
    struct Waiting;
    PromisedAnswer(std::shared_ptr<Waiting> waiting, size_t place);

    std::shared_ptr<Waiting> m_waiting;
    size_t m_place;
    bool m_isGiven = false;
};

/// All answers that QHttpServer waits for, so that none is left over when it goes. Lives in the listener's
/// thread. Driven by hand with QFutureInterface: with a QPromise Qt 6.4 runs the continuation twice and
/// crashes.
class PendingAnswers
{
public:
    PendingAnswers();
    ~PendingAnswers(); ///< gives 503 to all

    struct Opened {
        QFuture<QHttpServerResponse> future;
        std::shared_ptr<PromisedAnswer> answer;
    };
    Opened open();
    /// Gives 503 to all that wait.
    void refuseAll();
    int count() const;

private:
    std::shared_ptr<PromisedAnswer::Waiting> m_waiting;
};

} // namespace Matchbook
