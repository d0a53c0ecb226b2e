// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "elidedlabel.h"

#include "colours.h"
#include "theme.h"

#include <QEvent>
#include <QPainter>

namespace Matchbook {

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    showWhole();
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setTone(std::optional<Tone> tone)
{
    m_tone = tone;
    update();
}

void ElidedLabel::setTextFont(double factor, QFont::Weight weight)
{
    m_factor = factor;
    m_weight = weight;
    updateGeometry();
    update();
}

QFont ElidedLabel::textFont() const
{
    return m_factor == 1 && m_weight == QFont::Normal ? font() : scaledFont(font(), m_factor, m_weight);
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    return {metrics.horizontalAdvance(m_text) + 2, metrics.height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(textFont());
    return {qMin(sizeHint().width(), metrics.averageCharWidth() * 5), metrics.height() + 2};
}

void ElidedLabel::showWhole()
{
    const bool cut = QFontMetrics(textFont()).horizontalAdvance(m_text) > width();
    setToolTip(cut ? m_text.toHtmlEscaped() : QString());
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    showWhole();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        showWhole();
    }
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont font = textFont();
    painter.setFont(font);
    const Colours &colours = Colours::of(this);
    painter.setPen(m_tone ? colours.tone(*m_tone).text : colours.text);
    painter.drawText(rect(), int(alignment() | Qt::TextSingleLine),
                     QFontMetrics(font).elidedText(m_text, m_mode, width()));
}

} // namespace Matchbook
