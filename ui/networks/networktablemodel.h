// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rows.h"
#include "text/formats.h"
#include "tone.h"

#include <QAbstractTableModel>

namespace Matchbook {

/// The networks with how they have been doing, sorted here: there are a few dozen at most.
class NetworkTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Preset, LastPostback, Matched, Unmatched, Repeated, Approved, Payout, ColumnCount };

    explicit NetworkTableModel(QObject *parent = nullptr) : QAbstractTableModel(parent) { }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// \a now in Unix ms. Rows of the same networks are changed in place, so a selection stays.
    void setNetworks(QList<NetworkHealth> networks, const Formats &formats, qint64 now);
    const NetworkHealth *at(int row) const;
    int rowOf(NetworkId id) const; ///< -1 if it is not there
    QStringList otherNames(NetworkId id) const; ///< of all networks but this one

private:
    QString text(const NetworkHealth &network, int column) const;
    QVariant raw(const NetworkHealth &network, int column) const;
    void arrange(QList<NetworkHealth> *networks) const;

    QList<NetworkHealth> m_networks;
    Formats m_formats;
    qint64 m_now = 0;
    int m_sortColumn = Name;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace Matchbook
