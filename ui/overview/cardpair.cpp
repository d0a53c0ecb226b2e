// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cardpair.h"

#include <QBoxLayout>
#include <QResizeEvent>

namespace Matchbook {

CardPair::CardPair(QWidget *left, QWidget *right, QWidget *parent)
    : QWidget(parent), m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    m_layout->addWidget(left, 19);
    m_layout->addWidget(right, 9);
    // Shares are by stretch alone; what the cards would like must not shift the line between them.
    for (QWidget *card : {left, right})
        card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void CardPair::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = event->size().width() < fontMetrics().averageCharWidth() * 110;
    m_layout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace Matchbook
