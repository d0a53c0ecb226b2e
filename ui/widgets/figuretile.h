// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tone.h"

#include <QAbstractButton>

namespace Matchbook {

/// What a figure tile says. All texts are ready for people.
struct Figure {
    QString caption; ///< `Revenue`
    QString value; ///< `€14,806.40`; `—` if there is none
    QString change; ///< against the previous period: `12.4 %`, `0.11 pt`; empty: not comparable
    int direction = 0; ///< of the change: 1 ▲, -1 ▼, 0 none
    Tone tone = Tone::Grey; ///< whether the change is good (Green), bad (Red) or neither
    QString note; ///< second line: `€2,911.00 pending`

    friend bool operator==(const Figure &, const Figure &) = default;
};

/// One figure in a card of its own. A button: clicking leads to the rows behind it.
class FigureTile : public QAbstractButton
{
    Q_OBJECT
public:
    explicit FigureTile(QWidget *parent = nullptr);

    void setFigure(const Figure &figure);
    const Figure &figure() const { return m_figure; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QFont valueFont(int width) const;
    QFont noteFont() const;
    QString changeText() const;
    void countNoteLines();

    Figure m_figure;
    int m_noteLines = 1;
};

} // namespace Matchbook
