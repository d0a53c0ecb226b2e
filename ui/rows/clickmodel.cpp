// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickmodel.h"

#include "journey/useragentname.h"
#include "text/formats.h"
#include "text/statuswords.h"
#include "widgets/rowdelegate.h"

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

QList<RowColumn> clickColumns()
{
    return {{u"time"_s, ClickModel::tr("Time"), Qt::AlignLeft, 86},
            {u"campaign"_s, ClickModel::tr("Campaign"), Qt::AlignLeft, 150},
            {u"offer"_s, ClickModel::tr("Offer"), Qt::AlignLeft, 140},
            {u"click_id"_s, ClickModel::tr("Click ID"), Qt::AlignLeft, 96},
            {u"kind"_s, ClickModel::tr("Kind"), Qt::AlignLeft, 84},
            {QString(), ClickModel::tr("Device"), Qt::AlignLeft, 150},
            {u"external_id"_s, ClickModel::tr("External ID"), Qt::AlignLeft, 110},
            {u"sub1"_s, ClickModel::tr("Sub ID 1"), Qt::AlignLeft, 90},
            {QString(), ClickModel::tr("Sub ID 2"), Qt::AlignLeft, 90}};
}

QString kindText(ClickKind kind)
{
    switch (kind) {
    case ClickKind::Visitor:
        return ClickModel::tr("Visitor");
    case ClickKind::Bot:
        return ClickModel::tr("Bot");
    case ClickKind::Probe:
        return ClickModel::tr("Link preview");
    case ClickKind::Test:
        return ClickModel::tr("Test");
    }
    return {};
}

} // namespace

ClickModel::ClickModel(RowSource<ClickRow> source, QObject *parent)
    : PagedRowModel(clickColumns(), std::move(source), parent)
{ }

QVariant ClickModel::value(const ClickRow &row, int column, int role) const
{
    if (role == Qt::DisplayRole)
        return text(row, column);
    if (role == Qt::ToolTipRole)
        return toolTip(row, column);
    if (role == RawRole)
        return column == Time ? QVariant(row.time) : QVariant(text(row, column));
    if (role == ToneRole && (column == Time || column == Device || row.kind != ClickKind::Visitor))
        return int(Tone::Grey);
    if (role == MonospacedRole)
        return column == ClickId;
    return {};
}

QString ClickModel::text(const ClickRow &row, int column) const
{
    switch (column) {
    case Time:
        return formats().timeOrDate(row.time, now());
    case Campaign:
        return row.campaign;
    case Offer:
        return row.offer;
    case ClickId:
        return shortId(row.clickId);
    case Kind:
        return kindText(row.kind);
    case Device:
        return userAgentName(row.userAgent);
    case ExternalId:
        return row.externalId;
    case SubId1:
        return row.subIds[0];
    case SubId2:
        return row.subIds[1];
    default:
        return {};
    }
}

QString ClickModel::toolTip(const ClickRow &row, int column) const
{
    if (column == Time)
        return formats().dateAndTime(row.time);
    if (column == ClickId)
        return row.clickId;
    return column == Device ? row.userAgent : text(row, column);
}

} // namespace Matchbook
