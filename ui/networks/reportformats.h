// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportimport/reportsurvey.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace Matchbook {

class FlowLayout;
class ZoneCombo;

/// How the amounts and dates of a report are written. What the file shows by itself is chosen already; what it leaves open is for the
/// person.
class ReportFormats : public QWidget
{
    Q_OBJECT
public:
    explicit ReportFormats(const QTimeZone &zone, QWidget *parent = nullptr);

    /// Shows what a survey has found out; tells nobody.
    void setSurvey(const ReportSurvey &survey);
    /// Forgets what the person has chosen for another file.
    void forget();
    /// Puts into \a reading what the person has chosen, and nothing else.
    void putInto(ReportReading &reading) const;

Q_SIGNALS:
    void chosen();

private:
    void addField(FlowLayout *row, const QString &text, QComboBox *field, const char *name);

    const QTimeZone m_otherwise;
    QComboBox *m_decimal;
    QComboBox *m_order;
    ZoneCombo *m_zone;
    bool m_decimalChosen = false;
    bool m_orderChosen = false;
};

} // namespace Matchbook
