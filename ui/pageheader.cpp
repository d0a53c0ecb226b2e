// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pageheader.h"

#include "theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>

namespace Matchbook {

PageHeader::PageHeader(const QString &title, QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *label = new QLabel(title, this);
    label->setFont(scaledFont(font(), 1.4, QFont::Bold));
    label->setTextFormat(Qt::PlainText);
    layout->addWidget(label);
    layout->addStretch(1);
    m_layout = layout;
}

void PageHeader::addControl(QWidget *control)
{
    m_layout->addWidget(control);
}

QBoxLayout *pageLayout(QWidget *page, PageHeader *header)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(20, 14, 20, 14);
    layout->setSpacing(12);
    layout->addWidget(header);
    return layout;
}

} // namespace Matchbook
