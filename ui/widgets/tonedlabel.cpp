// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tonedlabel.h"

#include "colours.h"

#include <QEvent>

namespace Matchbook {

TonedLabel::TonedLabel(const QString &text, Tone tone, QWidget *parent) : QLabel(text, parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    dress();
}

void TonedLabel::setTone(Tone tone)
{
    m_tone = tone;
    dress();
}

void TonedLabel::dress()
{
    m_dressing = true;
    QPalette own = palette();
    own.setColor(QPalette::WindowText, Colours::of(this).tone(m_tone).text);
    setPalette(own);
    m_dressing = false;
}

void TonedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_dressing)
        dress();
}

} // namespace Matchbook
