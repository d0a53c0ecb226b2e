// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLayout>

namespace Matchbook {

/// Lays widgets side by side at one edge and goes on in a new line when there is no room, so that nothing is cut off
/// in a small window or with large letters.
class FlowLayout : public QLayout
{
public:
    /// \a edge is Qt::RightEdge or Qt::LeftEdge.
    explicit FlowLayout(QWidget *parent = nullptr, Qt::Edge edge = Qt::RightEdge)
        : QLayout(parent), m_edge(edge)
    {
        setContentsMargins(0, 0, 0, 0);
    }
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &area) override;

private:
    int arrange(const QRect &area, bool move) const;

    QList<QLayoutItem *> m_items;
    Qt::Edge m_edge;
};

} // namespace Matchbook
