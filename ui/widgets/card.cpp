// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "card.h"

#include "colours.h"
#include "elidedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace Matchbook {

Card::Card(const QString &title, QWidget *parent) : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(14, 12, 14, 12);
    outer->setSpacing(6);
    m_header = new QHBoxLayout;
    m_header->setSpacing(12);
    m_title = new ElidedLabel(title, this);
    m_title->setTone(Tone::Grey);
    m_note = new ElidedLabel({}, this);
    m_note->setTone(Tone::Grey);
    m_header->addWidget(m_title, 1);
    m_header->addWidget(m_note);
    outer->addLayout(m_header);
    m_body = new QVBoxLayout;
    m_body->setSpacing(8);
    outer->addLayout(m_body, 1);
    m_note->hide();
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
    for (ElidedLabel *label : {m_title, m_note})
        label->setTextFont(0.93, QFont::DemiBold);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

QString Card::title() const
{
    return m_title->text();
}

void Card::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void Card::addToHeader(QWidget *widget, int stretch)
{
    m_header->addWidget(widget, stretch);
    if (stretch > 0)
        m_header->setStretchFactor(m_title, 0);
}

void Card::paintEvent(QPaintEvent *)
{
    const Colours &colours = Colours::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.border);
    painter.setBrush(colours.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace Matchbook
