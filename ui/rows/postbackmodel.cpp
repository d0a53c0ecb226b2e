// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbackmodel.h"

#include "matching/diagnosis.h"
#include "text/formats.h"

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

QList<RowColumn> postbackColumns()
{
    return {{u"time"_s, PostbackModel::tr("Time"), Qt::AlignLeft, 86},
            {u"network"_s, PostbackModel::tr("Network"), Qt::AlignLeft, 110},
            {u"outcome"_s, PostbackModel::tr("Outcome"), Qt::AlignLeft, 122},
            {u"cause"_s, PostbackModel::tr("Because"), Qt::AlignLeft, 220},
            {u"payout"_s, PostbackModel::tr("Payout"), Qt::AlignRight, 84},
            {u"click_id"_s, PostbackModel::tr("Click ID"), Qt::AlignLeft, 130},
            {u"transaction_id"_s, PostbackModel::tr("Transaction ID"), Qt::AlignLeft, 120}};
}

} // namespace

PostbackModel::PostbackModel(RowSource<PostbackRow> source, QObject *parent)
    : PagedRowModel(postbackColumns(), std::move(source), parent)
{
}

void PostbackModel::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant PostbackModel::value(const PostbackRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case PillRole:
        return column == Outcome ? pillOf(row.outcome) : QVariant();
    case SortRole:
        if (column == Time)
            return row.time;
        if (column == Payout)
            return row.payout ? row.payout->micros : 0;
        return text(row, column);
    default:
        return {};
    }
}

QString PostbackModel::text(const PostbackRow &row, int column) const
{
    switch (column) {
    case Time:
        return momentText(row.time, m_zone);
    case Network:
        return row.network.isEmpty() ? u"—"_s : row.network;
    case Outcome:
        return row.cause == PostbackCause::UnknownKey ? tr("Key unknown") : outcomeText(row.outcome);
    case Because:
        return shortReason(row.outcome, row.cause, row.causeDetail);
    case Payout:
        return row.payout ? moneyText(*row.payout) : u"—"_s;
    case ClickId:
        return row.clickId.isEmpty() ? u"—"_s : row.clickId;
    case TransactionId:
        return row.transactionId;
    default:
        return {};
    }
}

QString PostbackModel::toolTip(const PostbackRow &row, int column) const
{
    if (column == Time)
        return fullTimeText(row.time, m_zone);
    if (column == Because || column == Outcome)
        return explanation(row.outcome, row.cause, row.causeDetail);
    return text(row, column);
}

} // namespace Matchbook
