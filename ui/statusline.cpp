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
#include <QPainter>
#include <QPushButton>
#include <QTimer>

namespace Matchbook {

Tone stateTone(const EngineState &state)
{
    const bool heard = state.listening || state.listeningElsewhere;
    const bool onlyElsewhere = state.trouble && state.trouble->kind == Failure::Kind::AlreadyListening;
    if (!heard)
        return Tone::Red;
    return (state.trouble && !onlyElsewhere) || state.spilledClicks > 0 ? Tone::Amber : Tone::Green;
}

QString stateSentence(const EngineState &state)
{
    const bool onlyElsewhere = state.trouble && state.trouble->kind == Failure::Kind::AlreadyListening;
    QStringList parts;
    if (state.listeningElsewhere && !state.listening)
        parts += StatusLine::tr("Another Matchbook listens");
    else if (state.listening)
        parts += StatusLine::tr("Listening");
    else if (!state.trouble)
        parts += StatusLine::tr("Not listening");
    if (state.trouble && !(onlyElsewhere && state.listeningElsewhere))
        parts += state.listening ? failureTitle(*state.trouble) : failureText(*state.trouble);
    if ((state.listening || state.listeningElsewhere) && !state.address.isEmpty())
        parts.insert(1, state.address);
    if (state.spilledClicks > 0)
        parts += StatusLine::tr("Clicks waiting to be stored: %1")
                         .arg(QLocale().toString(state.spilledClicks));
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
    layout->addWidget(m_stateLabel, 1);
    layout->addWidget(m_last);
    layout->addWidget(m_problems);
    layout->addWidget(m_zone);
    connect(m_problems, &QPushButton::clicked, this, &StatusLine::problemsClicked);
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
    m_problems->setVisible(count > 0);
    m_problems->setText(tr("Problems: %1").arg(QLocale().toString(count)));
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
