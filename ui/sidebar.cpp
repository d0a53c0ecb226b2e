// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sidebar.h"

#include "colours.h"
#include "navigationbutton.h"
#include "theme.h"
#include "widgets/separator.h"

#include <QButtonGroup>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace Matchbook {

SideBar::SideBar(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    m_group->setExclusive(true);
    setAccessibleName(tr("Pages"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(10, 14, 11, 14);
    m_layout->setSpacing(1);
    auto *name = new QLabel(QStringLiteral("Matchbook"), this);
    name->setFont(scaledFont(font(), 1.15, QFont::Bold));
    name->setContentsMargins(8, 2, 8, 12);
    m_layout->addWidget(name);
    m_layout->addStretch(1);
}

void SideBar::addPage(const QString &id, const QString &title, int group)
{
    if (!m_buttons.isEmpty() && group != m_lastGroup) {
        auto *line = new Separator(this);
        m_layout->insertSpacing(m_layout->count() - 1, 9);
        m_layout->insertWidget(m_layout->count() - 1, line);
        m_layout->insertSpacing(m_layout->count() - 1, 9);
    }
    m_lastGroup = group;
    auto *button = new NavigationButton(title, this);
    m_buttons.insert(id, button);
    m_group->addButton(button);
    m_layout->insertWidget(m_layout->count() - 1, button);
    connect(button, &QAbstractButton::clicked, this, [this, id] { Q_EMIT pageChosen(id); });
}

void SideBar::setCurrent(const QString &id)
{
    if (NavigationButton *button = m_buttons.value(id))
        button->setChecked(true);
}

void SideBar::setBadge(const QString &id, int count)
{
    if (NavigationButton *button = m_buttons.value(id))
        button->setBadge(count);
}

int SideBar::badge(const QString &id) const
{
    const NavigationButton *button = m_buttons.value(id);
    return button ? button->badge() : 0;
}

QSize SideBar::sizeHint() const
{
    return {qMax(m_layout->sizeHint().width(), fontMetrics().height() * 11), m_layout->sizeHint().height()};
}

void SideBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = Colours::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), colours.card);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), colours.border);
}

} // namespace Matchbook
