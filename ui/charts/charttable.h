// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/series.h"
#include "text/formats.h"

#include <QAbstractTableModel>

namespace Matchbook {

/// The numbers of a chart as a table: a row for each day, a column for each series, their total, and the line.
class ChartTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setSeries(const ChartSeries &series, Currency currency, const Formats &formats);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    qint64 valueAt(qsizetype row, int column) const;

    ChartSeries m_series;
    Currency m_currency;
    Formats m_formats;
};

} // namespace Matchbook
