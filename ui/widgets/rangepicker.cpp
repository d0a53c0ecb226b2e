// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rangepicker.h"

#include "segmentedbutton.h"
#include "text/periodnames.h"
#include "theme.h"

#include <QAbstractButton>
#include <QDateEdit>
#include <QFormLayout>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Matchbook {

namespace {

const QString custom = QStringLiteral("custom");
const QString usual = QStringLiteral("30days");

} // namespace

RangePicker::RangePicker(QWidget *parent) : QWidget(parent), m_segments(new SegmentedButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_segments);
    m_segments->setAccessibleName(tr("Period"));
    m_segments->addSegment(QStringLiteral("today"), tr("Today"));
    m_segments->addSegment(QStringLiteral("yesterday"), tr("Yesterday"));
    m_segments->addSegment(QStringLiteral("7days"), tr("7 days"));
    m_segments->addSegment(QStringLiteral("30days"), tr("30 days"));
    m_segments->addSegment(QStringLiteral("month"), tr("This month"));
    m_segments->addSegment(custom, tr("Custom…"));
    m_segments->setCurrent(usual);
    m_choice = usual;
    connect(m_segments, &SegmentedButton::chosen, this, [this](const QString &id) {
        if (id == custom)
            askForDays();
        else
            choose(id);
    });
}

DateRange RangePicker::range(qint64 now, const Formats &formats) const
{
    if (m_choice == custom)
        return {m_from, m_to, formats.zone};
    return periodRange(m_choice, formats.day(now), formats.zone, formats.periods).value_or(DateRange());
}

void RangePicker::setNow(qint64 now, const Formats &formats)
{
    m_now = now;
    m_formats = formats;
}

QString RangePicker::choice() const
{
    return m_choice == custom
            ? QString(m_from.toString(Qt::ISODate) + QLatin1Char('/') + m_to.toString(Qt::ISODate))
            : m_choice;
}

void RangePicker::setChoice(const QString &choice)
{
    const QStringList days = choice.split(QLatin1Char('/'));
    const QDate from = QDate::fromString(days.value(0), Qt::ISODate);
    const QDate to = QDate::fromString(days.value(1), Qt::ISODate);
    if (from.isValid() && to.isValid() && from <= to) {
        m_from = from;
        m_to = to;
        m_choice = custom;
    } else if (periodWords().contains(choice)) {
        m_choice = choice;
    }
    showChoice();
}

void RangePicker::choose(const QString &choice)
{
    m_choice = choice;
    showChoice();
    Q_EMIT rangeChosen();
}

/// The last segment names what it stands for.
void RangePicker::showChoice()
{
    const bool isSegment = m_choice != custom && m_segments->segment(m_choice);
    m_segments->setSegmentText(custom,
                               isSegment || m_choice == custom ? tr("Custom…") : periodName(m_choice));
    m_segments->setCurrent(isSegment ? m_choice : custom);
}

void RangePicker::buildPopup()
{
    m_popup = new QFrame(this, Qt::Popup);
    m_popup->setObjectName(QStringLiteral("periods"));
    m_popup->setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(m_popup);
    auto *others = new QGridLayout;
    others->setSpacing(2);
    int place = 0;
    for (const QString &word : periodWords()) {
        if (m_segments->segment(word))
            continue;
        auto *button = new QPushButton(periodName(word), m_popup);
        button->setObjectName(word);
        setButtonKind(button, "quiet");
        others->addWidget(button, place / 2, place % 2);
        ++place;
        connect(button, &QPushButton::clicked, this, [this, word] {
            m_popup->hide();
            choose(word);
        });
    }
    column->addLayout(others);
    auto *form = new QFormLayout;
    column->addLayout(form);
    m_fromEdit = new QDateEdit(m_popup);
    m_toEdit = new QDateEdit(m_popup);
    for (QDateEdit *edit : {m_fromEdit, m_toEdit})
        edit->setCalendarPopup(true);
    form->addRow(tr("&From"), m_fromEdit);
    form->addRow(tr("&To"), m_toEdit);
    for (QDateEdit *edit : {m_fromEdit, m_toEdit})
        form->labelForField(edit)->setMinimumWidth(fontMetrics().horizontalAdvance(tr("From")) + 12);
    auto *apply = new QPushButton(tr("Show these days"), m_popup);
    setButtonKind(apply, "primary");
    form->addRow(apply);
    connect(apply, &QPushButton::clicked, this, [this] {
        m_from = qMin(m_fromEdit->date(), m_toEdit->date());
        m_to = qMax(m_fromEdit->date(), m_toEdit->date());
        m_popup->hide();
        choose(custom);
    });
}

void RangePicker::askForDays()
{
    if (!m_popup)
        buildPopup();
    const DateRange shown = range(m_now, m_formats);
    m_fromEdit->setDate(shown.from);
    m_toEdit->setDate(shown.to);
    // Until the days are confirmed, the old choice holds.
    showChoice();
    m_popup->adjustSize();
    const QWidget *segment = m_segments->segment(custom);
    m_popup->move(segment->mapToGlobal(QPoint(segment->width() - m_popup->width(), segment->height() + 4)));
    m_popup->show();
    m_fromEdit->setFocus();
}

} // namespace Matchbook
