// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/catalogueedits.h"
#include "networks/networkactions.h"
#include "networks/networktablemodel.h"
#include "page.h"

QT_BEGIN_NAMESPACE
class QStackedWidget;
class QTableView;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class AlarmBanner;
class Banner;
class Card;
class Engine;
class NetworkPanel;
class Session;

/// The networks: how each is doing, what is wrong in one sentence, and the selected one's URL, mapping and rules.
class NetworksPage : public Page
{
    Q_OBJECT
public:
    /// \a session may be null; it and \a engine must outlive the page. \a rules say how far the test of a network follows links.
    NetworksPage(Engine &engine, Session *session, const FollowRules &rules = {}, QWidget *parent = nullptr);

    void refresh() override;
    void open(const QVariantMap &what) override;

private:
    void buildHeader();
    void buildBody();
    QWidget *buildTable();
    void take(const Expected<QList<NetworkHealth>> &networks);
    void selectAgain(NetworkId before);
    void showProblems(const QList<NetworkHealth> &networks);
    void showSelected();
    void jump(const NetworkAlarm &alarm, NetworkId network);
    void select(NetworkId network);
    void editSelected();
    void onSelected(void (NetworkActions::*action)(const AffiliateNetwork &));
    const NetworkHealth *selected() const;

    Engine &m_engine;
    Session *m_session;
    NetworkActions m_actions;
    NetworkTableModel m_model;
    Card *m_card = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_table = nullptr;
    QVBoxLayout *m_problems = nullptr;
    QList<AlarmBanner *> m_banners;
    Banner *m_trouble = nullptr;
    NetworkPanel *m_panel = nullptr;
    static constexpr int mostRows = 200;
    bool m_importWanted = false; ///< of the network that was asked for, as soon as it is there
    NetworkId m_wanted; ///< to be selected when it is there
    int m_panelRequest = 0;
};

} // namespace Matchbook
