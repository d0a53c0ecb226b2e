// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statuspill.h"

#include "colours.h"
#include "theme.h"

#include <QPainter>

namespace Matchbook {

namespace {

QFont pillFont(const QFont &font)
{
    return scaledFont(font, 0.86, QFont::DemiBold);
}

} // namespace

StatusPill::StatusPill(const QString &text, Tone tone, QWidget *parent)
    : QWidget(parent), m_text(text), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void StatusPill::setPill(const QString &text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const
{
    return sizeFor(m_text, font());
}

QSize StatusPill::sizeFor(const QString &text, const QFont &font)
{
    if (text.isEmpty())
        return {0, 0};
    const QFontMetrics metrics(pillFont(font));
    return {metrics.horizontalAdvance(text) + metrics.height(), metrics.height() + 2};
}

void StatusPill::paint(QPainter &painter, const QRect &area, const QString &text, Tone tone,
                       const QFont &font, const QPalette &palette)
{
    const ToneColours &colours = Colours::of(palette).tone(tone);
    QSize size = sizeFor(text, font);
    if (size.isEmpty())
        return;
    size.setWidth(qMin(size.width(), area.width()));
    const QRect pill(area.left(), area.center().y() - size.height() / 2 + 1, size.width(), size.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    const QFont small = pillFont(font);
    const QFontMetrics metrics(small);
    painter.setFont(small);
    painter.setPen(colours.text);
    painter.drawText(pill, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, pill.width() - 6));
    painter.restore();
}

void StatusPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_text, m_tone, font(), palette());
}

} // namespace Matchbook
