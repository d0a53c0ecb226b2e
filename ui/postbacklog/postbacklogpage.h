// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/catalogueedits.h"
#include "networks/presetcatalogue.h"
#include "page.h"
#include "rows/postbackmodel.h"

#include <QElapsedTimer>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QStackedWidget;
class QTimer;
QT_END_NAMESPACE

namespace Matchbook {

class Card;
class ChoiceCombo;
class EmptyState;
class Engine;
class PostbackInspector;
class RowView;
class SegmentedButton;
class Session;

/// Every request of every network with what became of it; the selected one explained beside the table.
class PostbackLogPage : public Page
{
    Q_OBJECT
public:
    /// \a session may be null; it and \a engine must outlive the page.
    PostbackLogPage(Engine &engine, Session *session, QWidget *parent = nullptr);

    void refresh() override;
    void open(const QVariantMap &what) override;

private:
    void buildHeader();
    void buildBody();
    void filterNow();
    void showEverything();
    void indexArrived();
    void choose(qint64 id);
    void askCounts();
    void askSummary();

    Engine &m_engine;
    Session *m_session;
    PresetCatalogue m_presets;
    PostbackModel m_model;
    CatalogueContents m_contents;
    SegmentedButton *m_segments = nullptr;
    ChoiceCombo *m_network = nullptr;
    QLineEdit *m_search = nullptr;
    QTimer *m_searchSoon = nullptr;
    Card *m_card = nullptr;
    QStackedWidget *m_stack = nullptr;
    RowView *m_view = nullptr;
    EmptyState *m_nothing = nullptr;
    EmptyState *m_filtered = nullptr;
    PostbackInspector *m_inspector = nullptr;
    QElapsedTimer m_sinceSummary;
    qint64 m_wantedId = 0; ///< somebody jumped to this row, which is not there yet
};

} // namespace Matchbook
