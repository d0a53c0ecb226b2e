// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "steplist.h"

#include "colours.h"
#include "theme.h"
#include "widgets/tonedlabel.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

StepList::StepList(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_note(new TonedLabel({}, Tone::Grey, this))
{
    setAccessibleName(tr("Steps"));
    setBackgroundRole(QPalette::Window); // as the pages do
    setFixedWidth(fontMetrics().averageCharWidth() * 28);
    m_column->setContentsMargins(16, 26, 16, 16);
    m_column->setSpacing(fontMetrics().height());
    m_note->setObjectName("stepNote"_L1);
    m_note->hide();
    m_column->addStretch(1);
    m_column->addWidget(m_note);
}

void StepList::addStep(const QString &text)
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    m_column->insertWidget(int(m_labels.size()), label);
    m_labels.append(label);
    m_texts.append(text);
    dress();
}

void StepList::leaveOut(const QSet<int> &steps)
{
    m_leftOut = steps;
    dress();
}

void StepList::setCurrent(int step)
{
    m_current = step;
    dress();
}

void StepList::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QString StepList::note() const
{
    return m_note->text();
}

void StepList::dress()
{
    m_dressing = true;
    const Colours &colours = Colours::of(this);
    int number = 0;
    for (int i = 0; i < m_labels.size(); ++i) {
        QLabel *label = m_labels.at(i);
        label->setVisible(!m_leftOut.contains(i));
        number += m_leftOut.contains(i) ? 0 : 1;
        const bool done = i < m_current;
        const QString mark = done ? QString(QChar(0x2713)) : QString::number(number);
        label->setText(mark % u"\u2002"_s % m_texts.at(i));
        label->setAccessibleName(done                     ? tr("%1, done").arg(m_texts.at(i))
                                         : i == m_current ? tr("%1, now").arg(m_texts.at(i))
                                                          : m_texts.at(i));
        label->setFont(scaledFont(font(), 1.0, i == m_current ? QFont::DemiBold : QFont::Normal));
        QPalette own = label->palette();
        own.setColor(QPalette::WindowText,
                     i == m_current ? colours.accentText
                             : done ? colours.text
                                    : colours.mutedText);
        label->setPalette(own);
    }
    m_dressing = false;
}

void StepList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_dressing)
        dress();
}

void StepList::paintEvent(QPaintEvent *)
{
    const Colours &colours = Colours::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), colours.window);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), colours.border);
}

} // namespace Matchbook
