// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowdelegate.h"

#include "colours.h"
#include "statuspill.h"
#include "theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace Matchbook {

namespace {

int padding(const QFontMetrics &metrics)
{
    return qMax(3, metrics.height() / 3) + 2;
}

Tone toneOf(const QModelIndex &index)
{
    const QVariant tone = index.data(ToneRole);
    return tone.isValid() ? Tone(qBound(0, tone.toInt(), int(Tone::Blue))) : Tone::Grey;
}

} // namespace

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(MonospacedRole).toBool())
        option->font = monospacedFont(option->font);
    option->fontMetrics = QFontMetrics(option->font);
}

void RowDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const Colours &colours = Colours::of(option.palette);
    const QVariant hovered = option.widget ? option.widget->property("hoveredRow") : QVariant();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.accentGround);
    else if (hovered.isValid() && hovered.toInt() == option.index.row())
        painter->fillRect(option.rect, colours.hover);
    painter->setPen(colours.rowLine);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const Colours &colours = Colours::of(cell.palette);
    painter->save();
    paintGround(painter, cell);
    const int pad = padding(cell.fontMetrics);
    const QRect area = cell.rect.adjusted(pad, 0, -pad, -1);
    painter->setFont(cell.font);
    painter->setPen(index.data(ToneRole).isValid() ? colours.tone(toneOf(index)).text : colours.text);
    painter->drawText(area, int(cell.displayAlignment | Qt::TextSingleLine),
                      cell.fontMetrics.elidedText(cell.text, cell.textElideMode, area.width()));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    return {cell.fontMetrics.horizontalAdvance(cell.text) + 2 * padding(cell.fontMetrics) + 1,
            cell.fontMetrics.height() * 7 / 4};
}

void PillDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    painter->save();
    paintGround(painter, cell);
    const int pad = padding(cell.fontMetrics);
    StatusPill::paint(*painter, cell.rect.adjusted(pad, 0, -pad / 2, -1), cell.text, toneOf(index), cell.font,
                      cell.palette);
    painter->restore();
}

QSize PillDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int width = qMax(widest(cell.font), StatusPill::sizeFor(cell.text, cell.font).width());
    return {width + padding(cell.fontMetrics) * 3 / 2, RowDelegate::sizeHint(option, index).height()};
}

// Once for each font: a column asks every row that is measured.
int PillDelegate::widest(const QFont &font) const
{
    if (m_widest < 0 || m_measured != font) {
        m_measured = font;
        m_widest = 0;
        for (const QString &text : m_texts)
            m_widest = qMax(m_widest, StatusPill::sizeFor(text, font).width());
    }
    return m_widest;
}

void DotDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const Colours &colours = Colours::of(cell.palette);
    painter->save();
    paintGround(painter, cell);
    const int pad = padding(cell.fontMetrics);
    const int dot = cell.fontMetrics.height() / 2;
    QRect area = cell.rect.adjusted(pad, 0, -pad, -1);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.tone(toneOf(index)).text);
    painter->drawEllipse(QRectF(area.left(), area.center().y() - dot / 2.0 + 0.5, dot, dot));
    area.setLeft(area.left() + dot * 7 / 4);
    painter->setFont(cell.font);
    painter->setPen(colours.text);
    painter->drawText(area, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                      cell.fontMetrics.elidedText(cell.text, cell.textElideMode, area.width()));
    painter->restore();
}

QSize DotDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize plain = RowDelegate::sizeHint(option, index);
    return {plain.width() + plain.height() / 2, plain.height()};
}

} // namespace Matchbook
