// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "text/formats.h"

#include <QComboBox>

namespace Matchbook {

/// Chooses a stretch of days: one of periodWords().
class PeriodCombo : public QComboBox
{
    Q_OBJECT
public:
    explicit PeriodCombo(QWidget *parent = nullptr);

    /// The days chosen, in the zone of \a formats, where \a now (Unix ms) says which day is today.
    DateRange range(qint64 now, const Formats &formats) const;
    /// Days of one's own, as one more entry, chosen without telling anybody.
    void setDays(const DateRange &days, const Formats &formats);
    /// One of periodWords(), or `2026-11-01/2026-11-07`; for the session.
    QString word() const { return currentData().toString(); }
    /// Chooses without telling anybody; an unknown word changes nothing.
    void setWord(const QString &word);

Q_SIGNALS:
    void chosen();
};

} // namespace Matchbook
