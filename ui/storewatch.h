// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QObject>

namespace Matchbook {

/// Reads what the window's edges show whenever the store changed: how much needs attention, when the last postback came.
class StoreWatch : public QObject
{
    Q_OBJECT
public:
    explicit StoreWatch(Engine &engine, QObject *parent = nullptr);

public Q_SLOTS:
    void look();

Q_SIGNALS:
    void attentionCounted(int count); ///< postbacks of the last 30 days that wait for a person
    void lastPostbackFound(qint64 unixMs); ///< 0: none ever came

private:
    Engine &m_engine;
    bool m_looking = false;
    bool m_again = false;
};

} // namespace Matchbook
