// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "separator.h"

#include "colours.h"

#include <QPainter>

namespace Matchbook {

Separator::Separator(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(1);
}

void Separator::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Colours::of(this).border);
}

} // namespace Matchbook
