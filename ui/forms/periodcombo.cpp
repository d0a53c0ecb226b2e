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
    return periodRange(word(), formats.day(now), formats.zone, formats.periods).value_or(DateRange());
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
