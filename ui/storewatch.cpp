// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storewatch.h"

#include "store/lists.h"
#include "vocabulary/clock.h"

#include <QTimer>

namespace Matchbook {

namespace {

constexpr qint64 thirtyDaysMs = 30LL * 24 * 3600 * 1000;
constexpr int pauseMs = 1000;

struct Seen {
    int attention = 0;
    qint64 lastPostback = 0;
};

} // namespace

StoreWatch::StoreWatch(Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    connect(&engine.reader(), &Reader::storeChanged, this, &StoreWatch::look);
}

void StoreWatch::look()
{
    m_again = m_looking;
    if (m_looking)
        return;
    m_looking = true;
    const qint64 since = m_engine.clock().now() - thirtyDaysMs;
    const auto question = [since](Database &database) -> Expected<Seen> {
        Lists lists(database);
        auto attention = lists.needingAttention(since);
        if (!attention)
            return unexpected(attention.error());
        auto last = lists.lastPostbackTime();
        if (!last)
            return unexpected(last.error());
        return Seen{*attention, *last};
    };
    m_engine.reader().ask<Seen>(this, question, [this](Expected<Seen> seen) {
        if (seen) {
            Q_EMIT attentionCounted(seen->attention);
            Q_EMIT lastPostbackFound(seen->lastPostback);
        }
        // Once a second is enough for a count at the window's edge.
        QTimer::singleShot(pauseMs, this, [this] {
            m_looking = false;
            if (m_again)
                look();
        });
    });
}

} // namespace Matchbook
