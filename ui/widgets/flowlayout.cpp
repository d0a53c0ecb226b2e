// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flowlayout.h"

#include <QWidget>

namespace Matchbook {

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items += item;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

QSize FlowLayout::sizeHint() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        size.rwidth() += item->sizeHint().width() + (size.width() > 0 ? spacing() : 0);
        size.setHeight(qMax(size.height(), item->sizeHint().height()));
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    arrange(area, true);
}

int FlowLayout::arrange(const QRect &area, bool move) const
{
    int y = area.y();
    qsizetype next = 0;
    while (next < m_items.size()) {
        QList<QLayoutItem *> line;
        int width = 0;
        int height = 0;
        for (; next < m_items.size(); ++next) {
            QLayoutItem *item = m_items.at(next);
            if (item->isEmpty())
                continue;
            const int more = item->sizeHint().width() + (line.isEmpty() ? 0 : spacing());
            if (!line.isEmpty() && width + more > area.width())
                break;
            line += item;
            width += more;
            height = qMax(height, item->sizeHint().height());
        }
        int x = area.x() + (m_edge == Qt::RightEdge ? qMax(0, area.width() - width) : 0);
        for (QLayoutItem *item : std::as_const(line)) {
            const QSize size(qMin(item->sizeHint().width(), area.width()), height);
            if (move)
                item->setGeometry({QPoint(x, y), size});
            x += size.width() + spacing();
        }
        if (!line.isEmpty())
            y += height + (next < m_items.size() ? spacing() : 0);
    }
    return y - area.y();
}

} // namespace Matchbook
