// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbackmodel.h"

#include "matching/diagnosis.h"
#include "text/formats.h"
#include "text/statuswords.h"
#include "widgets/rowdelegate.h"

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

QList<RowColumn> postbackColumns()
{
    return {{u"time"_s, PostbackModel::tr("Time"), Qt::AlignLeft, 86},
            {u"network"_s, PostbackModel::tr("Network"), Qt::AlignLeft, 110},
            {u"outcome"_s, PostbackModel::tr("Outcome"), Qt::AlignLeft, 122, false,
             outcomeTexts() << PostbackModel::tr("Key unknown")},
            {u"cause"_s, PostbackModel::tr("Because"), Qt::AlignLeft, 220, true},
            {u"payout"_s, PostbackModel::tr("Payout"), Qt::AlignRight, 84},
            {u"click_id"_s, PostbackModel::tr("Click ID"), Qt::AlignLeft, 130}};
}

QString plainId(const QString &id)
{
    return id.isEmpty() ? noneText() : id;
}

} // namespace

PostbackModel::PostbackModel(RowSource<PostbackRow> source, QObject *parent)
    : PagedRowModel(postbackColumns(), std::move(source), parent)
{ }

QVariant PostbackModel::value(const PostbackRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case ToneRole:
        if (column == Outcome)
            return int(outcomeTone(row));
        return column == Time || column == Because ? QVariant(int(Tone::Grey)) : QVariant();
    case MonospacedRole:
        return column == ClickId;
    case RawRole:
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
        return formats().timeOrDate(row.time, now());
    case Network:
        return row.network.isEmpty() ? noneText() : row.network;
    case Outcome:
        return row.cause == PostbackCause::UnknownKey ? tr("Key unknown") : outcomeText(row);
    case Because: {
        const QString reason = shortReason(row.outcome, row.cause, row.causeDetail);
        return row.isTest && row.cause != PostbackCause::TestClick ? tr("Test: %1").arg(reason) : reason;
    }
    case Payout:
        return row.payout ? formats().money(*row.payout) : noneText();
    case ClickId:
        // An ID that was cut or mangled is shown whole: it is what went wrong.
        return row.clickId.size() == Matchbook::ClickId::length ? shortId(row.clickId) : plainId(row.clickId);
    default:
        return {};
    }
}

QString PostbackModel::toolTip(const PostbackRow &row, int column) const
{
    if (column == Time)
        return formats().dateAndTime(row.time);
    if (column == ClickId)
        return row.clickId;
    if (column == Network)
        return tr("%1, sent from %2").arg(text(row, column), row.sender.isEmpty() ? noneText() : row.sender);
    if (column == Because || column == Outcome)
        return explanation(row.outcome, row.cause, row.causeDetail, row.match,
                           channelOf(row.signature, row.body));
    return text(row, column);
}

} // namespace Matchbook
