// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportformats.h"

#include "forms/zonecombo.h"
#include "widgets/flowlayout.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace Matchbook {

ReportFormats::ReportFormats(const QTimeZone &zone, QWidget *parent)
    : QWidget(parent), m_otherwise(zone), m_decimal(new QComboBox(this)), m_order(new QComboBox(this)),
      m_zone(new ZoneCombo(tr("This computer's"), this))
{
    m_decimal->addItem(tr("Point: 1,234.50"), int(DecimalMark::Point));
    m_decimal->addItem(tr("Comma: 1.234,50"), int(DecimalMark::Comma));
    m_decimal->addItem(tr("Both occur"), int(DecimalMark::Auto));
    m_order->addItem(tr("Year first: 2026-11-03"), int(DateOrder::YearFirst));
    m_order->addItem(tr("Day first: 03/11/2026"), int(DateOrder::DayFirst));
    m_order->addItem(tr("Month first: 11/03/2026"), int(DateOrder::MonthFirst));
    m_zone->setMinimumContentsLength(14);
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setZone(QString::fromLatin1(zone.id()));
    auto *row = new FlowLayout(this, Qt::LeftEdge);
    addField(row, tr("&Decimal mark"), m_decimal, "decimalMark");
    addField(row, tr("D&ates"), m_order, "dateOrder");
    addField(row, tr("Time &zone"), m_zone, "reportZone");
    connect(m_decimal, &QComboBox::activated, this, [this] { m_decimalChosen = true; });
    connect(m_order, &QComboBox::activated, this, [this] { m_orderChosen = true; });
    for (QComboBox *box : {m_decimal, m_order})
        connect(box, &QComboBox::activated, this, &ReportFormats::chosen);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &ReportFormats::chosen);
}

void ReportFormats::addField(FlowLayout *row, const QString &text, QComboBox *field, const char *name)
{
    field->setObjectName(QLatin1StringView(name));
    auto *pair = new QWidget(this);
    auto *across = new QHBoxLayout(pair);
    across->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(text, pair);
    label->setBuddy(field);
    across->addWidget(label);
    across->addWidget(field);
    row->addWidget(pair);
}

void ReportFormats::setSurvey(const ReportSurvey &survey)
{
    const ReportReading &reading = survey.reading;
    // Nothing is chosen where the person has to choose.
    m_decimal->setCurrentIndex(reading.decimalMark ? m_decimal->findData(int(*reading.decimalMark)) : -1);
    m_order->setCurrentIndex(reading.dateOrder ? m_order->findData(int(*reading.dateOrder)) : -1);
    m_decimal->setEnabled(reading.columns.contains(ColumnMeaning::Payout));
    m_order->setEnabled(reading.columns.contains(ColumnMeaning::Date));
    m_zone->setEnabled(m_order->isEnabled());
}

void ReportFormats::forget()
{
    m_decimalChosen = false;
    m_orderChosen = false;
}

void ReportFormats::putInto(ReportReading &reading) const
{
    reading.decimalMark.reset();
    reading.dateOrder.reset();
    if (m_decimalChosen && m_decimal->currentIndex() >= 0)
        reading.decimalMark = DecimalMark(m_decimal->currentData().toInt());
    if (m_orderChosen && m_order->currentIndex() >= 0)
        reading.dateOrder = DateOrder(m_order->currentData().toInt());
    const QTimeZone zone(m_zone->zone().toLatin1());
    reading.zone = m_zone->zone().isEmpty() || !zone.isValid() ? QTimeZone::systemTimeZone() : zone;
}

} // namespace Matchbook
