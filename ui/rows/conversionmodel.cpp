// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversionmodel.h"

#include "text/formats.h"
#include "text/statuswords.h"
#include "widgets/rowdelegate.h"

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

RowColumn columnOf(ConversionColumn column)
{
    switch (column) {
    case ConversionColumn::Time:
        return {u"time"_s, ConversionModel::tr("Time"), Qt::AlignLeft, 86};
    case ConversionColumn::Network:
        return {u"network"_s, ConversionModel::tr("Network"), Qt::AlignLeft, 110};
    case ConversionColumn::Campaign:
        return {u"campaign"_s, ConversionModel::tr("Campaign"), Qt::AlignLeft, 140};
    case ConversionColumn::Offer:
        return {u"offer"_s, ConversionModel::tr("Offer"), Qt::AlignLeft, 140};
    case ConversionColumn::ClickId:
        return {u"click_id"_s, ConversionModel::tr("Click ID"), Qt::AlignLeft, 88};
    case ConversionColumn::AfterClick:
        return {u"after_click"_s, ConversionModel::tr("After click"), Qt::AlignRight, 96};
    case ConversionColumn::Payout:
        return {u"payout"_s, ConversionModel::tr("Payout"), Qt::AlignRight, 84};
    case ConversionColumn::Refunded:
        return {QString(), ConversionModel::tr("Refunded"), Qt::AlignRight, 84};
    case ConversionColumn::Status:
        return {u"status"_s, ConversionModel::tr("Status"), Qt::AlignLeft, 104, false, statusTexts()};
    case ConversionColumn::Match:
        return {u"match"_s, ConversionModel::tr("Match"), Qt::AlignLeft, 130};
    case ConversionColumn::Event:
        return {u"event"_s, ConversionModel::tr("Event"), Qt::AlignLeft, 70};
    case ConversionColumn::TransactionId:
        return {u"transaction_id"_s, ConversionModel::tr("Transaction ID"), Qt::AlignLeft, 130};
    case ConversionColumn::ExternalId:
        return {u"external_id"_s, ConversionModel::tr("External ID"), Qt::AlignLeft, 110};
    case ConversionColumn::Sub1:
        return {u"sub1"_s, ConversionModel::tr("Sub ID 1"), Qt::AlignLeft, 90};
    case ConversionColumn::Sub2:
        return {QString(), ConversionModel::tr("Sub ID 2"), Qt::AlignLeft, 90};
    case ConversionColumn::Sub3:
        return {QString(), ConversionModel::tr("Sub ID 3"), Qt::AlignLeft, 90};
    case ConversionColumn::TimesReceived:
        return {u"times_received"_s, ConversionModel::tr("Received"), Qt::AlignRight, 80};
    }
    return {};
}

QList<RowColumn> columnsOf(const QList<ConversionColumn> &kinds)
{
    QList<RowColumn> columns;
    for (const ConversionColumn kind : kinds)
        columns.append(columnOf(kind));
    // A table that ends with it has few columns and is to fit its card.
    if (!kinds.isEmpty() && kinds.constLast() == ConversionColumn::Match)
        columns.last().stretched = true;
    return columns;
}

// What went back is shown as money that left.
Money shownPayout(const Conversion &conversion)
{
    const bool back = conversion.status == ConversionStatus::Refunded
            || conversion.status == ConversionStatus::ChargedBack;
    return back ? Money{-conversion.refundedMicros, conversion.payout.currency} : conversion.payout;
}

} // namespace

ConversionModel::ConversionModel(RowSource<ConversionRow> source, const QList<ConversionColumn> &columns,
                                 QObject *parent)
    : PagedRowModel(columnsOf(columns), std::move(source), parent), m_kinds(columns)
{ }

QVariant ConversionModel::value(const ConversionRow &row, int column, int role) const
{
    const ConversionColumn kind = m_kinds.at(column);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, kind);
    case Qt::ToolTipRole:
        return toolTip(row, kind);
    case RawRole:
        return raw(row, kind);
    case ToneRole:
        return tone(row, kind);
    case MonospacedRole:
        return kind == ConversionColumn::ClickId;
    default:
        return {};
    }
}

QString ConversionModel::text(const ConversionRow &row, ConversionColumn column) const
{
    const Conversion &conversion = row.conversion;
    switch (column) {
    case ConversionColumn::Time:
        return formats().timeOrDate(conversion.time, now());
    case ConversionColumn::Network:
        return row.network;
    case ConversionColumn::Campaign:
        return row.campaign;
    case ConversionColumn::Offer:
        return row.offer;
    case ConversionColumn::ClickId:
        return shortId(conversion.clickId);
    case ConversionColumn::AfterClick:
        return conversion.clickTime > 0 ? formats().duration(conversion.time - conversion.clickTime)
                                        : noneText();
    case ConversionColumn::Payout:
        return formats().money(shownPayout(conversion));
    case ConversionColumn::Refunded:
        return conversion.refundedMicros
                ? formats().money({conversion.refundedMicros, conversion.payout.currency})
                : QString();
    case ConversionColumn::Status:
        return statusText(conversion.status);
    case ConversionColumn::Match:
        return matchText(conversion.match);
    case ConversionColumn::Event:
        return conversion.event;
    case ConversionColumn::TransactionId:
        return conversion.transactionId;
    case ConversionColumn::ExternalId:
        return conversion.externalId;
    case ConversionColumn::Sub1:
        return conversion.subIds[0];
    case ConversionColumn::Sub2:
        return conversion.subIds[1];
    case ConversionColumn::Sub3:
        return conversion.subIds[2];
    case ConversionColumn::TimesReceived:
        return formats().count(conversion.timesReceived);
    }
    return {};
}

QString ConversionModel::toolTip(const ConversionRow &row, ConversionColumn column) const
{
    switch (column) {
    case ConversionColumn::Time:
        return formats().dateAndTime(row.conversion.time);
    case ConversionColumn::ClickId:
        return row.conversion.clickId;
    case ConversionColumn::AfterClick:
        return tr("Click at %1").arg(formats().dateAndTime(row.conversion.clickTime));
    case ConversionColumn::Status:
        return statusText(row.conversion.status) % u" · "_s
                % formats().dateAndTime(row.conversion.statusTime);
    default:
        return text(row, column);
    }
}

QVariant ConversionModel::tone(const ConversionRow &row, ConversionColumn column) const
{
    if (column == ConversionColumn::Status)
        return int(statusTone(row.conversion.status));
    if (column == ConversionColumn::Time || column == ConversionColumn::Match)
        return int(Tone::Grey);
    return {};
}

QVariant ConversionModel::raw(const ConversionRow &row, ConversionColumn column) const
{
    switch (column) {
    case ConversionColumn::Time:
        return row.conversion.time;
    case ConversionColumn::AfterClick:
        return row.conversion.time - row.conversion.clickTime;
    case ConversionColumn::Payout:
        return shownPayout(row.conversion).micros;
    case ConversionColumn::Refunded:
        return row.conversion.refundedMicros;
    case ConversionColumn::TimesReceived:
        return row.conversion.timesReceived;
    default:
        return text(row, column);
    }
}

} // namespace Matchbook
