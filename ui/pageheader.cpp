// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pageheader.h"

#include "theme.h"
#include "widgets/flowlayout.h"

#include <QBoxLayout>
#include <QLabel>
#include <QResizeEvent>

namespace Matchbook {

PageHeader::PageHeader(const QString &title, QWidget *parent) : QWidget(parent), m_controls(new FlowLayout)
{
    m_layout = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    m_title = new QLabel(title, this);
    m_title->setFont(scaledFont(font(), 1.4, QFont::Bold));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setMinimumHeight(fontMetrics().height() * 7 / 4 + 4); // as high as the controls beside it
    m_layout->addWidget(m_title, 0, Qt::AlignTop);
    m_controls->setSpacing(8);
    m_layout->addLayout(m_controls, 1);
}

QSize PageHeader::minimumSizeHint() const
{
    // The title moves above the controls before anything is cut off.
    return {qMax(m_title->sizeHint().width(), m_controls->minimumSize().width()), m_title->minimumHeight()};
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int beside = m_title->sizeHint().width() + m_layout->spacing() + m_controls->minimumSize().width();
    m_layout->setDirection(event->size().width() < beside ? QBoxLayout::TopToBottom
                                                          : QBoxLayout::LeftToRight);
}

void PageHeader::addControl(QWidget *control)
{
    m_controls->addWidget(control);
}

QBoxLayout *pageLayout(QWidget *page, PageHeader *header)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(12);
    layout->addWidget(header);
    return layout;
}

} // namespace Matchbook
