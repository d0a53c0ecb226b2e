// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pendinganswers.h"

#include "answers.h"

#include <QThread>

#include <optional>
#include <utility>

namespace Matchbook {

using Promise = QFutureInterface<QHttpServerResponse>;

struct PromisedAnswer::Waiting {
    std::vector<std::optional<Promise>> promises;
    std::vector<size_t> freePlaces;
    const QThread *thread = QThread::currentThread();

    /// Nothing if it has been answered already.
    std::optional<Promise> take(size_t place)
    {
        std::optional<Promise> promise = std::exchange(promises[place], std::nullopt);
        if (promise)
            freePlaces.push_back(place);
        return promise;
    }

    size_t count() const { return promises.size() - freePlaces.size(); }
};

namespace {

void fulfil(Promise &promise, QHttpServerResponse &&response)
{
    promise.reportResult(std::move(response));
    promise.reportFinished();
}

} // namespace

PromisedAnswer::PromisedAnswer(std::shared_ptr<Waiting> waiting, size_t place)
    : m_waiting(std::move(waiting)), m_place(place)
{ }

PromisedAnswer::~PromisedAnswer()
{
    // Dropped in another thread it cannot be given here; refuseAll() or the guard's deadline take care of it.
    if (!m_isGiven && QThread::currentThread() == m_waiting->thread)
        give(unavailableAnswer());
}

void PromisedAnswer::give(QHttpServerResponse &&response)
{
    if (std::exchange(m_isGiven, true))
        return;
    if (auto promise = m_waiting->take(m_place))
        fulfil(*promise, std::move(response));
}

PendingAnswers::PendingAnswers() : m_waiting(std::make_shared<PromisedAnswer::Waiting>()) { }

PendingAnswers::~PendingAnswers()
{
    refuseAll();
}

PendingAnswers::Opened PendingAnswers::open()
{
    auto &promises = m_waiting->promises;
    size_t place = promises.size();
    if (m_waiting->freePlaces.empty()) {
        promises.emplace_back();
    } else {
        place = m_waiting->freePlaces.back();
        m_waiting->freePlaces.pop_back();
    }
    Promise &promise = promises[place].emplace();
    promise.reportStarted();
    return {promise.future(), std::shared_ptr<PromisedAnswer>(new PromisedAnswer(m_waiting, place))};
}

void PendingAnswers::refuseAll()
{
    for (size_t place = 0; place < m_waiting->promises.size(); ++place) {
        if (auto promise = m_waiting->take(place))
            fulfil(*promise, unavailableAnswer());
    }
}

int PendingAnswers::count() const
{
    return static_cast<int>(m_waiting->count());
}

} // namespace Matchbook
