// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chaintest/repair.h"
#include "rereading/rereadingchoice.h"
#include "store/rows.h"

#include <QObject>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Matchbook {

class Engine;
class HistoryRepair;
class PostbackInspector;
class RereadingPanel;

/// What the buttons of the inspector do about the request that it explains.
class RequestActions : public QObject
{
    Q_OBJECT
public:
    /// Listens to \a inspector. \a page is the parent of its dialogs; all must outlive it.
    RequestActions(Engine &engine, HistoryRepair &history, RereadingPanel &panel,
                   PostbackInspector &inspector, QWidget *page);

    /// What the buttons are about from now on.
    void setRequest(const PostbackRow &request) { m_request = request; }
    /// Shows what reading these requests of one network again would change.
    void replayAll(const QList<qint64> &ids);

Q_SIGNALS:
    /// The person wants to see the settings of \a network.
    void networkAsked(Matchbook::NetworkId network);

private:
    void listenTo(PostbackInspector &inspector);
    void mend(const Repair &repair);
    void decide(PersonsDecision decision);
    void attach();
    void saveCase();
    static QString savedText(const QString &folder, bool isEncrypted);
    /// Does \a what with these requests, if they are of one network.
    void choose(const QList<qint64> &ids, std::function<void(const RereadingChoice &)> what);

    Engine &m_engine;
    HistoryRepair &m_history;
    RereadingPanel &m_panel;
    QWidget *m_page;
    PostbackRow m_request;
};

} // namespace Matchbook
