// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "text/formats.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QDateEdit;
class QFrame;
QT_END_NAMESPACE

namespace Matchbook {

class SegmentedButton;

/// The usual periods side by side, and behind the last segment all others and days of one's own choice.
class RangePicker : public QWidget
{
    Q_OBJECT
public:
    explicit RangePicker(QWidget *parent = nullptr);

    /// The chosen days, when it is \a now (Unix ms) in the zone of \a formats.
    DateRange range(qint64 now, const Formats &formats) const;
    /// What weeks and tax years are, and which day is today, for the days that are proposed; from Formats and Unix ms.
    void setNow(qint64 now, const Formats &formats);
    /// One of periodWords(), or `2026-11-01/2026-11-20` for chosen days: what Session remembers.
    QString choice() const;
    /// Chooses without emitting rangeChosen(); something unknown is left alone.
    void setChoice(const QString &choice);

Q_SIGNALS:
    void rangeChosen();

private:
    void buildPopup();
    void askForDays();
    void choose(const QString &choice);
    void showChoice();

    SegmentedButton *m_segments;
    Formats m_formats;
    qint64 m_now = 0;
    QString m_choice; ///< a word, or `custom`
    QDate m_from;
    QDate m_to;
    QFrame *m_popup = nullptr;
    QDateEdit *m_fromEdit = nullptr;
    QDateEdit *m_toEdit = nullptr;
};

} // namespace Matchbook
