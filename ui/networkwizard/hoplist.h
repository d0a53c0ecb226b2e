// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chaintest/clickidtrace.h"
#include "chaintest/hop.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
QT_END_NAMESPACE

namespace Matchbook {

/// The way of a link, one line a hop: its number, its address, and what became of the click ID there. The hop at which the
/// ID was lost stands out.
class HopList : public QWidget
{
    Q_OBJECT
public:
    explicit HopList(QWidget *parent = nullptr);

    void setHops(const QList<Hop> &hops, const IdTrace &trace);

private:
    void addHop(int row, const Hop &hop, const IdAtHop &id, bool lostHere);

    QGridLayout *m_grid;
};

} // namespace Matchbook
