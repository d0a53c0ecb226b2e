// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurerow.h"

#include <QGridLayout>
#include <QResizeEvent>

namespace Matchbook {

FigureRow::FigureRow(int count, QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(10);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (int i = 0; i < count; ++i) {
        auto *tile = new FigureTile(this);
        connect(tile, &QAbstractButton::clicked, this, [this, i] { Q_EMIT clicked(i); });
        m_tiles += tile;
    }
    arrange(count);
}

void FigureRow::setFigures(const QList<Figure> &figures)
{
    for (qsizetype i = 0; i < qMin(figures.size(), m_tiles.size()); ++i)
        m_tiles.at(i)->setFigure(figures.at(i));
}

void FigureRow::arrange(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < int(m_tiles.size()); ++i) {
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
        m_grid->addWidget(m_tiles.at(i), i / columns, i % columns);
    }
}

void FigureRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int count = int(m_tiles.size());
    const int wanted = m_tiles.isEmpty() ? 1 : fontMetrics().averageCharWidth() * 21 / 2 + 28;
    int columns = count;
    while (columns > 2 && event->size().width() < columns * (wanted + m_grid->spacing()))
        columns = (columns + 1) / 2;
    arrange(columns);
}

} // namespace Matchbook
