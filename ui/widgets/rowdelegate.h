// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tone.h"

#include <QStyledItemDelegate>

namespace Matchbook {

/// What our delegates ask a model, besides Qt's own roles.
enum ItemRole {
    ToneRole
    = Qt::UserRole + 100, ///< int(Tone): colour of the text, the pill or the dot; invalid: ordinary text
    MonospacedRole, ///< bool: an ID, a URL
    RawRole, ///< the raw value (micros, Unix ms, ID), for sorting and jumps
};

/// Draws a table's cell as in the pictures: a line under the row, text coloured by ToneRole (Grey: muted). The default of
/// a dressed table.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option) const;
};

/// The text as a pill in the tone of ToneRole.
class PillDelegate : public RowDelegate
{
    Q_OBJECT
public:
    /// No cell wants to be narrower than the widest of \a texts, as a pill that is cut says nothing and its row may come later.
    PillDelegate(QStringList texts, QObject *parent) : RowDelegate(parent), m_texts(std::move(texts)) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int widest(const QFont &font) const;

    QStringList m_texts;
    mutable QFont m_measured; ///< the font that m_widest is for
    mutable int m_widest = -1; ///< of m_texts, in pixels
};

/// A dot in the tone of ToneRole, then the text in the ordinary colour.
class DotDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Matchbook
