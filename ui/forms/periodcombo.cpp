// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "periodcombo.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Matchbook {

PeriodCombo::PeriodCombo(QWidget *parent) : QComboBox(parent)
{
    setObjectName("period"_L1);
    setAccessibleName(tr("Period"));
    addItem(tr("Today"), u"today"_s);
    addItem(tr("Yesterday"), u"yesterday"_s);
    addItem(tr("Last 7 days"), u"7days"_s);
    addItem(tr("Last 30 days"), u"30days"_s);
    addItem(tr("This month"), u"month"_s);
    addItem(tr("Last month"), u"lastmonth"_s);
    addItem(tr("All time"), u"all"_s);
    setWord(u"30days"_s);
    connect(this, &QComboBox::currentIndexChanged, this, &PeriodCombo::chosen);
}

DateRange PeriodCombo::range(qint64 now, const QTimeZone &zone) const
{
    return periodRange(word(), now, zone);
}

void PeriodCombo::setWord(const QString &word)
{
    const int index = findData(word);
    if (index < 0)
        return;
    const bool blocked = blockSignals(true);
    setCurrentIndex(index);
    blockSignals(blocked);
}

DateRange periodRange(const QString &word, qint64 now, const QTimeZone &zone)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, zone).date();
    const QDate firstOfMonth(today.year(), today.month(), 1);
    if (word == "today"_L1)
        return {today, today, zone};
    if (word == "yesterday"_L1)
        return {today.addDays(-1), today.addDays(-1), zone};
    if (word == "7days"_L1)
        return {today.addDays(-6), today, zone};
    if (word == "month"_L1)
        return {firstOfMonth, today, zone};
    if (word == "lastmonth"_L1)
        return {firstOfMonth.addMonths(-1), firstOfMonth.addDays(-1), zone};
    // No click ID is older than that.
    if (word == "all"_L1)
        return {QDate(2020, 1, 1), today, zone};
    return {today.addDays(-29), today, zone};
}

} // namespace Matchbook
