// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "colours.h"
#include "reports/series.h"
#include "text/formats.h"

#include <QChartView>

QT_BEGIN_NAMESPACE
class QBarSet;
class QCategoryAxis;
class QLineSeries;
class QStackedBarSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace Matchbook {

/// The drawing inside PayoutChart: Qt Charts' bars and line on our axes. Keeps its series and replaces their values.
class StackedBarView : public QChartView
{
    Q_OBJECT
public:
    explicit StackedBarView(QWidget *parent = nullptr);

    void show(const ChartSeries &series, Currency currency, const Formats &formats);
    /// Takes the colours of the widget's palette.
    void dress();

Q_SIGNALS:
    /// The person clicked on the bar that begins at \a day.
    void dayChosen(QDate day);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void matchSets();
    void labelDays();
    qsizetype barAt(const QPoint &position) const;
    QString toolTipFor(qsizetype bar) const;

    ChartSeries m_series;
    Currency m_currency;
    Formats m_formats;
    QStackedBarSeries *m_bars;
    QLineSeries *m_line;
    QCategoryAxis *m_days;
    QValueAxis *m_amounts;
};

} // namespace Matchbook
