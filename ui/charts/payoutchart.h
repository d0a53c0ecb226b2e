// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/series.h"
#include "text/formats.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QMenu;
class QPushButton;
class QStackedLayout;
class QTableView;
class QTimer;
QT_END_NAMESPACE

namespace Matchbook {

class ChartLegend;
class ChartTable;
class StackedBarView;
class TonedLabel;

/// Payout per day, stacked by network, with the profit line; or the same numbers as a table. Redraws at most four times a
/// second however often it is told.
class PayoutChart : public QWidget
{
    Q_OBJECT
public:
    explicit PayoutChart(QWidget *parent = nullptr);

    /// Amounts in \a series are micros of \a currency.
    void setSeries(const ChartSeries &series, Currency currency, const Formats &formats);
    const ChartSeries &series() const { return m_series; } ///< as it is drawn, thinned if it was long

    /// Names and colours; the page puts it where it likes, beside the title.
    QWidget *legend() const;
    /// The button with Table, Copy image and Save image…; likewise.
    QPushButton *menuButton() const { return m_menuButton; }

    bool tableShown() const;
    void setTableShown(bool shown);
    /// Legend and bars as they look now, at the screen's resolution.
    QImage image() const;
    int redraws() const { return m_redraws; } ///< so far

public Q_SLOTS:
    void copyImage();
    /// Asks where and writes a PNG file. Tells saveFailed() if it cannot.
    void saveImage();

Q_SIGNALS:
    void dayChosen(QDate day);
    void tableToggled(bool shown);
    void saveFailed(const QString &file);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void redraw();
    void describe();
    void showRightWidget(bool table);

    ChartSeries m_next;
    ChartSeries m_series;
    Currency m_currency;
    Formats m_formats;
    bool m_waiting = false;
    int m_redraws = 0;
    QTimer *m_pause;
    QStackedLayout *m_stack;
    StackedBarView *m_view;
    QTableView *m_table;
    TonedLabel *m_nothing;
    ChartTable *m_model;
    ChartLegend *m_legend;
    QMenu *m_menu;
    QAction *m_tableAction;
    QPushButton *m_menuButton;
};

} // namespace Matchbook
