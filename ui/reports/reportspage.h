// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "page.h"
#include "reports/reporttablemodel.h"
#include "vocabulary/expected.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
QT_END_NAMESPACE

namespace Matchbook {

class Banner;
class Card;
class ChoiceCombo;
class ColumnMenu;
class Engine;
class LeftOutBanner;
class RangePicker;
class ReportBar;
class Session;

/// What clicks and conversions add up to, grouped and nested as the person likes; any row leads to its conversions.
class ReportsPage : public Page
{
    Q_OBJECT
public:
    /// Asks for a file name, given a proposal; empty: none.
    using AskFileName = std::function<QString(QWidget *parent, const QString &proposed)>;

    /// \a session may be null; it and \a engine must outlive the page.
    ReportsPage(Engine &engine, Session *session, QWidget *parent = nullptr, AskFileName askFileName = {});

    /// Reads again. While an answer is under way it is read once more after it, never several times.
    void refresh() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHeader();
    void buildBody();
    void buildTable();
    void choose();
    void showColumns();
    void takeTree(const Expected<ReportTree> &tree);
    ReportQuestion question() const;
    void toggle(int row);
    bool useKey(int key);
    void openRow(int row);
    void exportCsv();

    Engine &m_engine;
    Session *m_session;
    AskFileName m_askFileName;
    ReportTableModel m_model;
    RangePicker *m_range = nullptr;
    ChoiceCombo *m_currency = nullptr;
    ColumnMenu *m_columns = nullptr;
    QPushButton *m_export = nullptr;
    ReportBar *m_bar = nullptr;
    Card *m_card = nullptr;
    Banner *m_banner = nullptr;
    LeftOutBanner *m_leftOut = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_totals = nullptr;
    int m_choice = 0; ///< grows with every choice; answers about an older one are dropped
    bool m_waiting = false;
    bool m_again = false;
    int m_fitted = -1; ///< the choice that the columns were fitted for
};

} // namespace Matchbook
