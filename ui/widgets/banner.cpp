// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "banner.h"

#include "colours.h"
#include "theme.h"
#include "tonedlabel.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace Matchbook {

Banner::Banner(Tone tone, QWidget *parent) : QWidget(parent), m_tone(tone)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(15, 10, 12, 10);
    layout->setSpacing(2);
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setFont(scaledFont(font(), 1.0, QFont::DemiBold));
    m_sentence = new TonedLabel({}, Tone::Grey, this);
    m_link = new QPushButton(this);
    setButtonKind(m_link, "link");
    m_link->setCursor(Qt::PointingHandCursor);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_link, 0, Qt::AlignLeft);
    connect(m_link, &QPushButton::clicked, this, &Banner::linkActivated);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setMessage(tone, {});
}

void Banner::setMessage(Tone tone, const QString &title, const QString &sentence, const QString &link)
{
    m_tone = tone;
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_link->setText(link);
    m_link->setVisible(!link.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    update();
}

QString Banner::title() const
{
    return m_title->text();
}

QString Banner::sentence() const
{
    return m_sentence->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    const ToneColours &colours = Colours::of(this).tone(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(rect(), 6, 6);
    painter.fillRect(QRect(0, 0, 3, height()), colours.text);
}

} // namespace Matchbook
