// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetdelegate.h"

#include "colours.h"
#include "networkwizard/presetsearch.h"

#include <QPainter>

namespace Matchbook {

namespace {

QString secondLine(const QModelIndex &index)
{
    return index.data(PresetSearch::ForWhomRole).toString();
}

} // namespace

void PresetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const QString forWhom = secondLine(index);
    if (forWhom.isEmpty())
        return RowDelegate::paint(painter, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const Colours &colours = Colours::of(cell.palette);
    painter->save();
    paintGround(painter, cell);
    const int pad = qMax(3, cell.fontMetrics.height() / 3) + 2; // as in every other row
    const QRect area = cell.rect.adjusted(pad, pad / 2, -pad, -1 - pad / 2);
    const QRect upper(area.left(), area.top(), area.width(), area.height() / 2);
    const QRect lower(area.left(), upper.bottom() + 1, area.width(), area.height() - upper.height());
    painter->setFont(cell.font);
    painter->setPen(colours.text);
    painter->drawText(upper, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                      cell.fontMetrics.elidedText(cell.text, Qt::ElideRight, area.width()));
    painter->setPen(colours.mutedText);
    painter->drawText(lower, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                      cell.fontMetrics.elidedText(forWhom, Qt::ElideRight, area.width()));
    painter->restore();
}

QSize PresetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = RowDelegate::sizeHint(option, index);
    if (!secondLine(index).isEmpty())
        size.rheight() += option.fontMetrics.height() + 2;
    return size;
}

} // namespace Matchbook
