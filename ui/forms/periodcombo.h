// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/daterange.h"

#include <QComboBox>

namespace Matchbook {

/// Chooses a stretch of days: today, yesterday, the last 7 or 30 days, this or the last month, or all there is.
class PeriodCombo : public QComboBox
{
    Q_OBJECT
public:
    explicit PeriodCombo(QWidget *parent = nullptr);

    /// The days chosen, in \a zone, where \a now (Unix ms) says which day is today.
    DateRange range(qint64 now, const QTimeZone &zone) const;
    /// `today`, `yesterday`, `7days`, `30days`, `month`, `lastmonth`, `all`: for the session.
    QString word() const { return currentData().toString(); }
    /// Chooses without telling anybody; an unknown word changes nothing.
    void setWord(const QString &word);

Q_SIGNALS:
    void chosen();
};

/// The days that \a word stands for, as PeriodCombo understands it.
DateRange periodRange(const QString &word, qint64 now, const QTimeZone &zone);

} // namespace Matchbook
