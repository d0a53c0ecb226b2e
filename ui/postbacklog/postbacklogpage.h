// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "page.h"
#include "rows/postbackmodel.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Matchbook {

class Card;
class EmptyState;
class Engine;
class HistoryRepair;
class PostbackFilters;
class PostbackInspector;
class RequestActions;
class RereadingPanel;
class RowView;
class Session;
struct RequestAndNetworks;

/// Every request of every network with what became of it; the selected one explained beside the table, and mended there.
class PostbackLogPage : public Page
{
    Q_OBJECT
public:
    /// \a session may be null; it and \a engine must outlive the page.
    PostbackLogPage(Engine &engine, Session *session, QWidget *parent = nullptr);

    void refresh() override;
    /// Besides the usual keys `cause`, a cause word: with `network` it shows that network's requests of that cause.
    void open(const QVariantMap &what) override;
    /// Shows the requests of \a network that were judged so by \a cause, and nothing else.
    void showCause(NetworkId network, PostbackCause cause);

private:
    void buildHeader();
    void buildBody();
    QWidget *buildListCard();
    QWidget *buildAside();
    void connectActions();
    void filterNow();
    void indexArrived();
    void choose(qint64 id);
    void explain(const RequestAndNetworks &found);
    void noteSelection();
    void replaySelected();
    void noteUndo(bool possible, qint64 begunAt);
    void askCounts();
    void askSummary();

    Engine &m_engine;
    Session *m_session;
    PostbackModel m_model;
    PostbackFilters *m_filters = nullptr;
    Card *m_card = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_replaySelected = nullptr;
    QStackedWidget *m_stack = nullptr;
    RowView *m_view = nullptr;
    EmptyState *m_nothing = nullptr;
    EmptyState *m_filtered = nullptr;
    RereadingPanel *m_panel = nullptr;
    PostbackInspector *m_inspector = nullptr;
    HistoryRepair *m_history = nullptr;
    RequestActions *m_actions = nullptr;
    QTimer m_summaryPause; ///< runs for a while after each askSummary()
    bool m_summaryDue = false; ///< it was asked for again meanwhile
    qint64 m_chosenId = 0; ///< what the inspector shows, or will as soon as the answer is there
    /// The person asked for other rows, which are not there yet: what is explained then shall be one of them.
    bool m_choosesAnew = false;
    qint64 m_wantedId = 0; ///< somebody jumped to this row, which is not there yet
};

} // namespace Matchbook
