// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinestep.h"

#include "colours.h"
#include "theme.h"
#include "widgets/tonedlabel.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr int gutter = 26;
constexpr int dotX = 7;
constexpr int dotY = 10;

// A URL has no place to break a line at, so it gets some that nobody sees.
QString breakable(const QString &text)
{
    QString result;
    qsizetype run = 0;
    for (const QChar c : text) {
        result += c;
        run = c.isSpace() ? 0 : run + 1;
        if (u"/&?="_s.contains(c) || run >= 16) {
            result += QChar(0x200b);
            run = 0;
        }
    }
    return result;
}

} // namespace

TimelineStep::TimelineStep(const JourneyStep &step, const Formats &formats, qint64 now, QWidget *parent)
    : QWidget(parent), m_tone(step.tone), m_postback(step.postback)
{
    if (m_postback.isValid()) {
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setToolTip(tr("Shows the raw request below"));
    }
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(gutter, 0, 0, 14);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    auto *title = new QLabel(step.title, this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    title->setFont(scaledFont(font(), 1.0, QFont::DemiBold));
    auto *time = new TonedLabel(step.time > 0 ? formats.timeOrDate(step.time, now) : QString(), Tone::Grey,
                                this);
    time->setWordWrap(false);
    time->setToolTip(step.time > 0 ? formats.dateAndTime(step.time) : QString());
    grid->addWidget(title, 0, 0);
    grid->addWidget(time, 0, 1, Qt::AlignTop | Qt::AlignRight);
    grid->setColumnStretch(0, 1);
    if (!step.details.isEmpty()) {
        auto *details = new TonedLabel(breakable(step.details), Tone::Grey, this);
        details->setTextFormat(Qt::PlainText);
        details->setToolTip(step.copyText);
        grid->addWidget(details, 1, 0, 1, 2);
    }
    setAccessibleName(step.title % u", "_s % (step.time > 0 ? formats.dateAndTime(step.time) : QString()));
    setAccessibleDescription(step.details);
}

void TimelineStep::setEnds(bool first, bool last)
{
    m_first = first;
    m_last = last;
}

void TimelineStep::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isHit = event->button() == Qt::LeftButton && rect().contains(event->position().toPoint());
    if (isHit && m_postback.isValid())
        Q_EMIT chosen(m_postback);
    else
        QWidget::mouseReleaseEvent(event);
}

void TimelineStep::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_postback.isValid() && (isEnter || event->key() == Qt::Key_Space))
        Q_EMIT chosen(m_postback);
    else
        QWidget::keyPressEvent(event);
}

void TimelineStep::paintEvent(QPaintEvent *)
{
    const Colours &colours = Colours::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.border, 2));
    painter.drawLine(dotX, m_first ? dotY : 0, dotX, m_last ? dotY : height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_tone == Tone::Blue ? colours.accent : colours.tone(m_tone).text);
    painter.drawEllipse(QPointF(dotX, dotY), 4.5, 4.5);
    if (!hasFocus())
        return;
    painter.setPen(QPen(colours.accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(dotX, dotY), 6.5, 6.5);
}

} // namespace Matchbook
