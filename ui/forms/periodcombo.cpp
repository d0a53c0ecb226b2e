// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "periodcombo.h"

#include "text/periodnames.h"

using namespace Qt::StringLiterals;

namespace Matchbook {

PeriodCombo::PeriodCombo(QWidget *parent) : QComboBox(parent)
{
    setObjectName("period"_L1);
    setAccessibleName(tr("Period"));
    for (const QString &period : periodWords())
        addItem(periodName(period), period);
    setMaxVisibleItems(int(periodWords().size()));
    setWord(u"30days"_s);
    connect(this, &QComboBox::currentIndexChanged, this, &PeriodCombo::chosen);
}

DateRange PeriodCombo::range(qint64 now, const Formats &formats) const
{
    const QDate from = QDate::fromString(word().section(u'/', 0, 0), Qt::ISODate);
    const QDate to = QDate::fromString(word().section(u'/', 1), Qt::ISODate);
    if (from.isValid() && to.isValid())
        return {from, to, formats.zone};
    return periodRange(word(), formats.day(now), formats.zone, formats.periods).value_or(DateRange());
}

void PeriodCombo::setDays(const DateRange &days, const Formats &formats)
{
    const QString text = days.from == days.to
            ? formats.date(days.from)
            : tr("%1 to %2").arg(formats.date(days.from), formats.date(days.to));
    const QString own = days.from.toString(Qt::ISODate) + u'/' + days.to.toString(Qt::ISODate);
    const bool blocked = blockSignals(true);
    while (count() > periodWords().size())
        removeItem(count() - 1);
    addItem(text, own);
    blockSignals(blocked);
    setWord(own);
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

} // namespace Matchbook
