// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runninglistener.h"

#include <QTimer>

namespace Matchbook {

namespace {

constexpr int waitTime = 20; // ms

ClickReply clickReply(const QByteArray &key)
{
    if (key.startsWith("none"))
        return {ClickReply::Kind::UnknownKey, {}};
    if (key.startsWith("busy"))
        return {ClickReply::Kind::Busy, {}};
    if (key.startsWith("empty"))
        return {ClickReply::Kind::NoOffer, {}};
    if (key.startsWith("evil"))
        return {ClickReply::Kind::Redirect, "https://example.com/\r\nSet-Cookie: a=b"};
    return {ClickReply::Kind::Redirect, "https://example.com/?key=" + key};
}

PostbackReply postbackReply(const QByteArray &key)
{
    if (key.startsWith("none"))
        return {PostbackReply::Kind::UnknownKey, {}};
    if (key.startsWith("busy"))
        return {PostbackReply::Kind::Busy, {}};
    if (key.startsWith("refuse"))
        return {PostbackReply::Kind::Refused, {}};
    if (key.startsWith("own"))
        return {PostbackReply::Kind::Accepted, "status=1"};
    return {PostbackReply::Kind::Accepted, {}};
}

} // namespace

void AskedReceiver::receiveClick(const QByteArray &campaignKey, const ReceivedRequest &request,
                                 std::function<void(const ClickReply &)> answer)
{
    remember({campaignKey, true, false, request, 0});
    answerLater(campaignKey, [answer, campaignKey] { answer(clickReply(campaignKey)); });
}

void AskedReceiver::receivePostback(const QByteArray &networkKey, bool pixel, const ReceivedRequest &request,
                                    std::function<void(const PostbackReply &)> answer)
{
    remember({networkKey, false, pixel, request, 0});
    answerLater(networkKey, [answer, networkKey] { answer(postbackReply(networkKey)); });
}

void AskedReceiver::answerLater(const QByteArray &key, std::function<void()> answer)
{
    if (key.startsWith("throw"))
        throw std::runtime_error("thrown by the test");
    if (key.startsWith("drop"))
        return;
    if (key.startsWith("wait")) {
        QTimer::singleShot(waitTime, answer);
    } else if (key.startsWith("hold")) {
        const QMutexLocker locker(&m_mutex);
        m_held.push_back(std::move(answer));
    } else {
        answer();
        if (key.startsWith("twice"))
            answer();
    }
}

void AskedReceiver::receiveRefused(const QByteArray &networkKey, bool pixel, const ReceivedRequest &request,
                                   int status)
{
    const QMutexLocker lock(&m_mutex);
    m_refused.append({networkKey, false, pixel, request, status});
}

QList<AskedReceiver::Asked> AskedReceiver::refused() const
{
    const QMutexLocker lock(&m_mutex);
    return m_refused;
}

void AskedReceiver::remember(Asked asked)
{
    const QMutexLocker locker(&m_mutex);
    m_asked.append(std::move(asked));
}

QList<AskedReceiver::Asked> AskedReceiver::asked() const
{
    const QMutexLocker locker(&m_mutex);
    return m_asked;
}

AskedReceiver::Asked AskedReceiver::last() const
{
    const QMutexLocker locker(&m_mutex);
    return m_asked.isEmpty() ? Asked() : m_asked.last();
}

int AskedReceiver::count() const
{
    const QMutexLocker locker(&m_mutex);
    return int(m_asked.size());
}

void AskedReceiver::release()
{
    std::function<void()> answer;
    {
        const QMutexLocker locker(&m_mutex);
        if (m_held.empty())
            return;
        answer = std::move(m_held.front());
        m_held.pop_front();
    }
    answer();
}

void AskedReceiver::dropHeld()
{
    std::deque<std::function<void()>> held;
    const QMutexLocker locker(&m_mutex);
    held.swap(m_held);
}

RunningListener::RunningListener(const ListenerSettings &settings, const QString &address)
{
    m_context.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
            &m_context,
            [this, &settings, &address] {
                m_listener = std::make_unique<Listener>(m_receiver, m_clock, settings);
                if (const auto opened = m_listener->listen(address, 0))
                    m_port = *opened;
            },
            Qt::BlockingQueuedConnection);
}

void RunningListener::inside(const std::function<void(Listener &)> &work)
{
    QMetaObject::invokeMethod(
            &m_context, [&] { work(*m_listener); }, Qt::BlockingQueuedConnection);
}

GuardStatistics RunningListener::statistics()
{
    GuardStatistics statistics;
    inside([&](Listener &listener) { statistics = listener.statistics(); });
    return statistics;
}

int RunningListener::pendingRequests()
{
    int pending = 0;
    inside([&](Listener &listener) { pending = listener.pendingRequests(); });
    return pending;
}

void RunningListener::stop()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(
            &m_context, [this] { m_listener.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace Matchbook
