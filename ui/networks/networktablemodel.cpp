// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networktablemodel.h"

#include "text/statuswords.h"
#include "widgets/rowdelegate.h"

#include <algorithm>

namespace Matchbook {

namespace {

std::optional<double> approvedShare(const NetworkHealth &network)
{
    if (network.decided30 == 0)
        return {};
    return double(network.approved30) / network.decided30;
}

bool isNumber(int column)
{
    return column >= NetworkTableModel::Matched;
}

} // namespace

int NetworkTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_networks.size());
}

int NetworkTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NetworkTableModel::data(const QModelIndex &index, int role) const
{
    const NetworkHealth *network = index.isValid() ? at(index.row()) : nullptr;
    if (!network)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*network, index.column());
    case Qt::ToolTipRole:
        return index.column() == LastPostback && network->lastPostback > 0
                ? m_formats.dateAndTime(network->lastPostback)
                : text(*network, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    case RawRole:
        return raw(*network, index.column());
    case ToneRole:
        if (index.column() == Name)
            return int(healthTone(*network));
        return index.column() == Preset || index.column() == LastPostback ? QVariant(int(Tone::Grey))
                                                                          : QVariant();
    default:
        return {};
    }
}

QVariant NetworkTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QString titles[] = {tr("Network"), tr("Preset"), tr("Last postback"), tr("Matched"),
                              tr("Unm."),    tr("Rep."),   tr("Approved"),      tr("Payout, 30 d")};
    const QString hints[] = {{},
                             {},
                             {},
                             tr("Postbacks matched to a click today"),
                             tr("Postbacks of today that were not matched or not understood"),
                             tr("Postbacks of today that repeated or changed a conversion"),
                             tr("Approved of all decided conversions of the last 30 days"),
                             tr("Confirmed revenue of the last 30 days")};
    if (section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::ToolTipRole && !hints[section].isEmpty())
        return hints[section];
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

void NetworkTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column < 0 ? int(Name) : column;
    m_order = order;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<NetworkId> ids;
    for (const QModelIndex &index : before)
        ids.append(m_networks.at(index.row()).network.id);
    arrange(&m_networks);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf(ids.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void NetworkTableModel::setNetworks(QList<NetworkHealth> networks, const Formats &formats, qint64 now)
{
    m_formats = formats;
    m_now = now;
    bool same = networks.size() == m_networks.size();
    for (const NetworkHealth &network : std::as_const(networks))
        same = same && rowOf(network.network.id) >= 0;
    if (!same) {
        arrange(&networks);
        beginResetModel();
        m_networks = std::move(networks);
        endResetModel();
        return;
    }
    for (const NetworkHealth &network : std::as_const(networks))
        m_networks[rowOf(network.network.id)] = network;
    if (!m_networks.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const NetworkHealth *NetworkTableModel::at(int row) const
{
    return row >= 0 && row < m_networks.size() ? &m_networks.at(row) : nullptr;
}

QStringList NetworkTableModel::otherNames(NetworkId id) const
{
    QStringList names;
    for (const NetworkHealth &network : m_networks) {
        if (network.network.id != id)
            names << network.network.name;
    }
    return names;
}

int NetworkTableModel::rowOf(NetworkId id) const
{
    for (int row = 0; row < m_networks.size(); ++row) {
        if (m_networks.at(row).network.id == id)
            return row;
    }
    return -1;
}

QString NetworkTableModel::text(const NetworkHealth &network, int column) const
{
    switch (column) {
    case Name:
        return network.network.name;
    case Preset:
        return network.presetName;
    case LastPostback:
        return m_formats.ago(network.lastPostback, m_now);
    case Matched:
        return m_formats.count(network.matchedToday);
    case Unmatched:
        return m_formats.count(network.unmatchedToday);
    case Repeated:
        return m_formats.count(network.repeatedToday);
    case Approved:
        return m_formats.percent(approvedShare(network), 0);
    case Payout:
        return m_formats.money(network.payout30);
    default:
        return {};
    }
}

QVariant NetworkTableModel::raw(const NetworkHealth &network, int column) const
{
    switch (column) {
    case LastPostback:
        return network.lastPostback;
    case Matched:
        return network.matchedToday;
    case Unmatched:
        return network.unmatchedToday;
    case Repeated:
        return network.repeatedToday;
    case Approved:
        return approvedShare(network).value_or(-1);
    case Payout:
        return network.payout30.micros;
    default:
        return text(network, column).toLower();
    }
}

void NetworkTableModel::arrange(QList<NetworkHealth> *networks) const
{
    std::stable_sort(networks->begin(), networks->end(),
                     [this](const NetworkHealth &a, const NetworkHealth &b) {
                         const QVariant left = raw(m_order == Qt::AscendingOrder ? a : b, m_sortColumn);
                         const QVariant right = raw(m_order == Qt::AscendingOrder ? b : a, m_sortColumn);
                         return QVariant::compare(left, right) == QPartialOrdering::Less;
                     });
}

} // namespace Matchbook
