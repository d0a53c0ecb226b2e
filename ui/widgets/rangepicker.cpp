// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rangepicker.h"

#include "segmentedbutton.h"
#include "theme.h"

#include <QAbstractButton>
#include <QDateEdit>
#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>

namespace Matchbook {

namespace {

const QString custom = QStringLiteral("custom");

} // namespace

DateRange presetRange(const QString &preset, QDate today, const QTimeZone &zone)
{
    if (preset == QLatin1String("today"))
        return {today, today, zone};
    if (preset == QLatin1String("yesterday"))
        return {today.addDays(-1), today.addDays(-1), zone};
    if (preset == QLatin1String("7days"))
        return {today.addDays(-6), today, zone};
    if (preset == QLatin1String("month"))
        return {QDate(today.year(), today.month(), 1), today, zone};
    return {today.addDays(-29), today, zone};
}

DateRange rangeBefore(const DateRange &range)
{
    return {range.from.addDays(-range.days()), range.from.addDays(-1), range.zone};
}

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
    m_segments->setCurrent(QStringLiteral("30days"));
    m_before = QStringLiteral("30days");
    connect(m_segments, &SegmentedButton::chosen, this, [this](const QString &id) {
        if (id == custom) {
            askForDays();
            return;
        }
        m_before = id;
        Q_EMIT rangeChosen();
    });
}

DateRange RangePicker::range(QDate today, const QTimeZone &zone) const
{
    if (m_before == custom)
        return {m_from, m_to, zone};
    return presetRange(m_before, today, zone);
}

QString RangePicker::choice() const
{
    return m_before == custom
            ? QString(m_from.toString(Qt::ISODate) + QLatin1Char('/') + m_to.toString(Qt::ISODate))
            : m_before;
}

void RangePicker::setChoice(const QString &choice)
{
    const QStringList days = choice.split(QLatin1Char('/'));
    const QDate from = QDate::fromString(days.value(0), Qt::ISODate);
    const QDate to = QDate::fromString(days.value(1), Qt::ISODate);
    if (from.isValid() && to.isValid() && from <= to) {
        m_from = from;
        m_to = to;
        m_before = custom;
        m_segments->setCurrent(custom);
    } else if (choice != custom && m_segments->segment(choice)) {
        m_before = choice;
        m_segments->setCurrent(choice);
    }
}

void RangePicker::askForDays()
{
    if (!m_popup) {
        m_popup = new QFrame(this, Qt::Popup);
        m_popup->setFrameShape(QFrame::StyledPanel);
        auto *form = new QFormLayout(m_popup);
        m_fromEdit = new QDateEdit(m_popup);
        m_toEdit = new QDateEdit(m_popup);
        for (QDateEdit *edit : {m_fromEdit, m_toEdit})
            edit->setCalendarPopup(true);
        form->addRow(tr("&From"), m_fromEdit);
        form->addRow(tr("&To"), m_toEdit);
        auto *apply = new QPushButton(tr("Show these days"), m_popup);
        setButtonKind(apply, "primary");
        form->addRow(apply);
        connect(apply, &QPushButton::clicked, this, [this] {
            m_from = qMin(m_fromEdit->date(), m_toEdit->date());
            m_to = qMax(m_fromEdit->date(), m_toEdit->date());
            m_before = custom;
            m_popup->hide();
            Q_EMIT rangeChosen();
        });
    }
    const DateRange shown = m_from.isValid() ? DateRange{m_from, m_to, QTimeZone::utc()}
                                             : presetRange(m_before, QDate::currentDate(), QTimeZone::utc());
    m_fromEdit->setDate(shown.from);
    m_toEdit->setDate(shown.to);
    // Until the days are confirmed, the old choice holds.
    m_segments->setCurrent(m_before);
    m_popup->adjustSize();
    const QWidget *segment = m_segments->segment(custom);
    m_popup->move(segment->mapToGlobal(QPoint(segment->width() - m_popup->width(), segment->height() + 4)));
    m_popup->show();
    m_fromEdit->setFocus();
}

} // namespace Matchbook
