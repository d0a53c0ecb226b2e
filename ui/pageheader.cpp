// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pageheader.h"

#include "theme.h"
#include "widgets/flowlayout.h"

#include <QHBoxLayout>
#include <QLabel>

namespace Matchbook {

PageHeader::PageHeader(const QString &title, QWidget *parent) : QWidget(parent), m_controls(new FlowLayout)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *label = new QLabel(title, this);
    label->setFont(scaledFont(font(), 1.4, QFont::Bold));
    label->setTextFormat(Qt::PlainText);
    layout->addWidget(label, 0, Qt::AlignTop);
    m_controls->setSpacing(8);
    layout->addLayout(m_controls, 1);
}

void PageHeader::addControl(QWidget *control)
{
    m_controls->addWidget(control);
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
