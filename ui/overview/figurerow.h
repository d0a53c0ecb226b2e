// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/figuretile.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
QT_END_NAMESPACE

namespace Matchbook {

/// The eight tiles in one row, or in two or four where there is no room.
class FigureRow : public QWidget
{
    Q_OBJECT
public:
    explicit FigureRow(int count, QWidget *parent = nullptr);

    void setFigures(const QList<Figure> &figures);
    FigureTile *tile(int index) const { return m_tiles.at(index); }

Q_SIGNALS:
    void clicked(int index);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(int columns);

    QGridLayout *m_grid;
    QList<FigureTile *> m_tiles;
    int m_columns = 0;
};

} // namespace Matchbook
