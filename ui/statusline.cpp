// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statusline.h"

#include "colours.h"
#include "failuretext.h"
#include "theme.h"
#include "vocabulary/clock.h"
#include "widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

namespace Matchbook {

Tone stateTone(const EngineState &state)
{
    const bool onlyElsewhere = state.trouble && state.trouble->kind == Failure::Kind::AlreadyListening;
    if (!state.isHeard())
        return Tone::Red;
    const bool clicksInDanger = state.spilledClicks > 0 || state.lostClicks > 0 || state.reserveTrouble;
    return (state.trouble && !onlyElsewhere) || clicksInDanger ? Tone::Amber : Tone::Green;
}

QString stateSentence(const EngineState &state)
{
    const bool onlyElsewhere = state.trouble && state.trouble->kind == Failure::Kind::AlreadyListening;
    QStringList parts;
    if (state.listeningElsewhere && !state.listening)
        parts += StatusLine::tr("Another Matchbook listens");
    else if (state.listening)
        parts += StatusLine::tr("Listening");
    else
        parts += StatusLine::tr("Not listening");
    if (state.trouble && !(onlyElsewhere && state.listeningElsewhere))
        parts += state.listening ? failureTitle(*state.trouble) : failureText(*state.trouble);
    if ((state.listening || state.listeningElsewhere) && !state.address.isEmpty())
        parts.insert(1, state.address);
    if (state.spilledClicks > 0)
        parts += StatusLine::tr("Clicks waiting to be stored: %1")
                         .arg(QLocale().toString(state.spilledClicks));
    if (state.lostClicks > 0)
        parts += StatusLine::tr("Clicks lost, there was no room: %1")
                         .arg(QLocale().toString(state.lostClicks));
    if (state.reserveTrouble)
        parts += StatusLine::tr("No room could be reserved for clicks");
    return parts.join(QStringLiteral(" · "));
}

StatusLine::StatusLine(const Clock &clock, QWidget *parent) : QWidget(parent), m_clock(clock)
{
    setFont(scaledFont(font(), 0.93));
    auto *layout = new QHBoxLayout(this);
    const int dot = fontMetrics().height() / 2;
    layout->setContentsMargins(14 + dot + 6, 5, 14, 5);
    layout->setSpacing(18);
    m_stateLabel = new ElidedLabel({}, this);
    m_last = new ElidedLabel({}, this);
    m_problems = new QPushButton(this);
    setButtonKind(m_problems, "link");
    m_problems->setFont(font());
    m_problems->hide();
    m_zone = new ElidedLabel({}, this);
    for (ElidedLabel *label : {m_stateLabel, m_last, m_zone}) {
        label->setTone(Tone::Grey);
    }
    m_listen = new QPushButton(tr("Start listening"), this);
    m_listen->setObjectName(QStringLiteral("startListening"));
    setButtonKind(m_listen, "link");
    m_listen->setFont(font());
    layout->addWidget(m_stateLabel, 1);
    layout->addWidget(m_listen);
    layout->addWidget(m_last);
    layout->addWidget(m_problems);
    layout->addWidget(m_zone);
    connect(m_listen, &QPushButton::clicked, this, &StatusLine::listeningWanted);
    connect(m_problems, &QPushButton::clicked, this, [this] {
        if (m_problemCount > 0)
            Q_EMIT problemsClicked();
        else
            Q_EMIT explanationWanted();
    });
    auto *second = new QTimer(this);
    second->setInterval(1000);
    connect(second, &QTimer::timeout, this, [this] {
        if (isVisible())
            tell();
    });
    second->start();
    setState({});
}

void StatusLine::setState(const EngineState &state)
{
    m_state = state;
    m_stateLabel->setText(stateSentence(state));
    m_listen->setVisible(!state.isHeard());
    if (state.isHeard())
        unsetCursor();
    else
        setCursor(Qt::PointingHandCursor);
    showProblems();
    update();
}

void StatusLine::setFormats(const Formats &formats, Currency currency)
{
    m_formats = formats;
    m_zone->setText(QString::fromUtf8(formats.zone.id()) + QStringLiteral(" · ") + currency.code());
    tell();
}

void StatusLine::setLastPostback(qint64 unixMs)
{
    m_lastPostback = unixMs;
    tell();
}

void StatusLine::setProblems(int count)
{
    m_problemCount = count;
    showProblems();
}

void StatusLine::showProblems()
{
    // Nothing that waits for the person is as urgent as that nobody listens.
    const int count = m_problemCount + (m_state.isHeard() ? 0 : 1);
    m_problems->setVisible(count > 0);
    m_problems->setText(tr("Problems: %1").arg(QLocale().toString(count)));
}

void StatusLine::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !m_state.isHeard())
        Q_EMIT explanationWanted();
    else
        QWidget::mousePressEvent(event);
}

QString StatusLine::stateText() const
{
    return m_stateLabel->text();
}

QString StatusLine::lastPostbackText() const
{
    return m_last->text();
}

void StatusLine::tell()
{
    if (m_lastPostback < 0)
        m_last->setText({});
    else if (m_lastPostback == 0)
        m_last->setText(tr("No postback yet"));
    else
        m_last->setText(tr("Last postback %1").arg(m_formats.ago(m_lastPostback, m_clock.now())));
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const Colours &colours = Colours::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), colours.card);
    painter.fillRect(QRect(0, 0, width(), 1), colours.border);
    painter.setRenderHint(QPainter::Antialiasing);
    const double dot = fontMetrics().height() / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.tone(stateTone(m_state)).text);
    painter.drawEllipse(QRectF(14, (height() - dot) / 2, dot, dot));
}

} // namespace Matchbook
