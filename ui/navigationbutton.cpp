// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "navigationbutton.h"

#include "colours.h"
#include "theme.h"

#include <QFocusEvent>
#include <QLocale>
#include <QPainter>

namespace Matchbook {

namespace {

constexpr double badgeScale = 0.86;

} // namespace

NavigationButton::NavigationButton(const QString &title, QWidget *parent) : QAbstractButton(parent)
{
    setText(title);
    setCheckable(true);
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavigationButton::setBadge(int count)
{
    if (count == m_badge)
        return;
    m_badge = count;
    setAccessibleDescription(count > 0 ? tr("%n need attention", nullptr, count) : QString());
    setToolTip(accessibleDescription());
    update();
}

QString NavigationButton::badgeText() const
{
    return m_badge > 999 ? QStringLiteral("999+") : QLocale().toString(m_badge);
}

QSize NavigationButton::sizeHint() const
{
    const QFontMetrics metrics(scaledFont(font(), 1.0, QFont::DemiBold));
    const QFontMetrics small(scaledFont(font(), badgeScale));
    return {metrics.horizontalAdvance(text()) + 20 + small.horizontalAdvance(QStringLiteral("999+")) + 20,
            metrics.height() * 2};
}

void NavigationButton::focusInEvent(QFocusEvent *event)
{
    m_byKeyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QAbstractButton::focusInEvent(event);
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    const Colours &colours = Colours::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? colours.accentGround : colours.hover);
        painter.drawRoundedRect(rect(), 6, 6);
    }
    if (hasFocus() && m_byKeyboard) {
        painter.setPen(colours.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const QFont font = isChecked() ? scaledFont(this->font(), 1.0, QFont::DemiBold) : this->font();
    painter.setFont(font);
    painter.setPen(isChecked() ? colours.accentText : colours.text);
    painter.drawText(rect().adjusted(10, 0, -10, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (m_badge <= 0)
        return;
    const QFont small = scaledFont(this->font(), badgeScale);
    const QFontMetrics metrics(small);
    const int high = metrics.height() + 4;
    const int wide = qMax(high + 4, metrics.horizontalAdvance(badgeText()) + 12);
    const QRect pill(width() - wide - 10, (height() - high) / 2, wide, high);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.tone(Tone::Red).ground);
    painter.drawRoundedRect(pill, high / 2.0, high / 2.0);
    painter.setFont(small);
    painter.setPen(colours.tone(Tone::Red).text);
    painter.drawText(pill, Qt::AlignCenter, badgeText());
}

} // namespace Matchbook
