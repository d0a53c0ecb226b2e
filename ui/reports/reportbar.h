// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/reportquery.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QSpinBox;
QT_END_NAMESPACE

namespace Matchbook {

class ChoiceCombo;
struct CatalogueContents;

/// What a report is grouped by, which clicks it is about, and on which date conversions are booked; in view all the time.
class ReportBar : public QWidget
{
    Q_OBJECT
public:
    explicit ReportBar(QWidget *parent = nullptr);

    /// One to three, none twice.
    QList<ReportDimension> by() const;
    DateBasis basis() const;
    NetworkId network() const;
    qint64 leastClicks() const;
    /// `campaign,day/conversion_date`, for the session.
    QString choice() const;
    /// Chooses without telling anybody; something unknown is left alone.
    void setChoice(const QString &choice);

    void setContents(const CatalogueContents &contents);
    /// Says what amounts and days are told in.
    void setNote(const QString &note);

Q_SIGNALS:
    void changed();

private:
    QComboBox *addDimensions(const QString &name, const QString &accessible, bool mayBeNone);
    void offerRest();

    QComboBox *m_first;
    QComboBox *m_second;
    QComboBox *m_third;
    ChoiceCombo *m_network;
    QSpinBox *m_leastClicks;
    QComboBox *m_basis;
    QLabel *m_note;
};

/// What people call a dimension: `Hour of day`.
QString dimensionName(ReportDimension dimension);

} // namespace Matchbook
