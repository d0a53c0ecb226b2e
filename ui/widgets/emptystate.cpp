// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emptystate.h"

#include "colours.h"
#include "icons.h"
#include "theme.h"
#include "tonedlabel.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Matchbook {

EmptyState::EmptyState(const QString &icon, const QString &title, const QString &sentence,
                       const QString &button, QWidget *parent)
    : QWidget(parent), m_iconFile(icon)
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addStretch(1);
    if (!icon.isEmpty()) {
        m_icon = new QLabel(this);
        m_icon->setAlignment(Qt::AlignCenter);
        layout->addWidget(m_icon);
    }
    auto *head = new QLabel(title, this);
    head->setTextFormat(Qt::PlainText);
    head->setFont(scaledFont(font(), 1.15, QFont::DemiBold));
    head->setAlignment(Qt::AlignCenter);
    head->setWordWrap(true);
    layout->addWidget(head);
    m_sentence = new TonedLabel(sentence, Tone::Grey, this);
    m_sentence->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_sentence);
    if (!button.isEmpty()) {
        m_button = new QPushButton(button, this);
        setButtonKind(m_button, "primary");
        connect(m_button, &QPushButton::clicked, this, &EmptyState::pressed);
        layout->addSpacing(4);
        layout->addWidget(m_button, 0, Qt::AlignHCenter);
    }
    layout->addStretch(1);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    dress();
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleDescription(sentence);
}

void EmptyState::dress()
{
    if (m_icon)
        m_icon->setPixmap(tintedIcon(m_iconFile, Colours::of(this).mutedText, fontMetrics().height() * 5 / 2,
                                     devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

} // namespace Matchbook
