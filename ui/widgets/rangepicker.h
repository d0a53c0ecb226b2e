// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/daterange.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QDateEdit;
class QFrame;
QT_END_NAMESPACE

namespace Matchbook {

class SegmentedButton;

/// The days a preset (`today`, `yesterday`, `7days`, `30days`, `month`) means when it is \a today in \a zone. Seven days
/// and thirty days include today. An unknown preset means thirty days.
DateRange presetRange(const QString &preset, QDate today, const QTimeZone &zone);
/// The days just before \a range, as many.
DateRange rangeBefore(const DateRange &range);

/// Today, Yesterday, 7 days, 30 days, This month, Custom….
class RangePicker : public QWidget
{
    Q_OBJECT
public:
    explicit RangePicker(QWidget *parent = nullptr);

    /// The chosen days, when it is \a today in \a zone.
    DateRange range(QDate today, const QTimeZone &zone) const;
    /// `30days`, or `2026-11-01/2026-11-20` for chosen days: what Session remembers.
    QString choice() const;
    /// Chooses without emitting rangeChosen(); something unknown is left alone.
    void setChoice(const QString &choice);

Q_SIGNALS:
    void rangeChosen();

private:
    void askForDays();

    SegmentedButton *m_segments;
    QString m_before;
    QDate m_from;
    QDate m_to;
    QFrame *m_popup = nullptr;
    QDateEdit *m_fromEdit = nullptr;
    QDateEdit *m_toEdit = nullptr;
};

} // namespace Matchbook
