// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "overviewanswer.h"
#include "page.h"
#include "text/formats.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class Banner;
class ChoiceCombo;
class Engine;
class LeftOutBanner;
class OverviewView;
class RangePicker;
class Session;

/// Money at a glance: header with period, network and export over an OverviewView. Reads in the reader's thread.
class OverviewPage : public Page
{
    Q_OBJECT
public:
    OverviewPage(Engine &engine, Session &session, QWidget *parent = nullptr);

    /// Reads again. While an answer is under way it is read once more after it, never several times.
    void refresh() override;
    OverviewView *view() const { return m_view; }

private:
    void buildHeader();
    void choose();
    OverviewQuestion question() const;
    void takeAnswer(const Expected<OverviewAnswer> &answer);
    void fillNetworks(const QList<NetworkHealth> &networks);
    void fillCurrencies(const OverviewAnswer &answer);
    void askWhereToExport();
    void exportTo(const QString &file);

    Engine &m_engine;
    Session &m_session;
    RangePicker *m_range;
    QComboBox *m_networks;
    ChoiceCombo *m_currencies;
    QPushButton *m_export;
    Banner *m_banner;
    LeftOutBanner *m_leftOut;
    OverviewView *m_view;
    quint64 m_choice = 0; ///< grows with every choice; answers about an older one are dropped
    bool m_waiting = false;
    bool m_again = false;
    bool m_exporting = false;
    bool m_readFailed = false;
};

} // namespace Matchbook
