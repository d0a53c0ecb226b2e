// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "colours.h"
#include "reports/series.h"

#include <QWidget>

namespace Matchbook {

/// Names and colours of a chart's series in one line, the line over the bars last. What does not fit is counted: `+3`.
class ChartLegend : public QWidget
{
    Q_OBJECT
public:
    explicit ChartLegend(QWidget *parent = nullptr);

    void setSeries(const ChartSeries &series);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int itemWidth(const QString &name) const;

    QList<NamedSeries> m_items; ///< without values
    bool m_hasLine = false;
};

} // namespace Matchbook
