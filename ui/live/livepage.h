// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "page.h"
#include "rows/clickmodel.h"
#include "rows/conversionmodel.h"
#include "rows/postbackmodel.h"

QT_BEGIN_NAMESPACE
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Matchbook {

class Card;
class Engine;
class FilterButton;
class JourneyWidget;
class RowView;
class SegmentedButton;
class Session;
struct JourneySubject;

/// Conversions, clicks and postbacks as they come in; the selected one's journey beside them.
class LivePage : public Page
{
    Q_OBJECT
public:
    /// \a session may be null; it and \a engine must outlive the page.
    LivePage(Engine &engine, Session *session, QWidget *parent = nullptr);

    void refresh() override;
    void open(const QVariantMap &what) override;

private:
    struct Tab {
        QString id;
        RowView *view = nullptr;
        QWidget *empty = nullptr;
        QStackedWidget *stack = nullptr;
        QString title;
    };

    void buildHeader();
    void buildBody();
    void addTab(const QString &id, RowModel &model, const QString &title, QWidget *empty);
    void showTab(const QString &id);
    void filterNow();
    void setPaused(bool paused);
    void choose(qint64 id);
    void showCounts();
    Tab &tab();

    Engine &m_engine;
    Session *m_session;
    ConversionModel m_matches;
    ClickModel m_clicks;
    PostbackModel m_postbacks;
    SegmentedButton *m_segments = nullptr;
    FilterButton *m_filter = nullptr;
    QPushButton *m_pause = nullptr;
    Card *m_card = nullptr;
    QStackedWidget *m_stack = nullptr;
    JourneyWidget *m_journey = nullptr;
    QList<Tab> m_tabs;
    int m_tab = 0;
    qint64 m_wantedId = 0; ///< somebody jumped to this row, which is not there yet
    int m_countRequest = 0;
};

} // namespace Matchbook
