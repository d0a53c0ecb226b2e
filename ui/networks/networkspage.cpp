// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkspage.h"

#include "engine/engine.h"
#include "engine/secretneed.h"
#include "failuretext.h"
#include "forms/pageparts.h"
#include "networks/alarmbanner.h"
#include "networks/effectivepreset.h"
#include "networks/networkpanel.h"
#include "pageheader.h"
#include "store/lists.h"
#include "theme.h"
#include "vocabulary/clock.h"
#include "vocabulary/daterange.h"
#include "widgets/banner.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/rowdelegate.h"
#include "widgets/tablesetup.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

NetworksPage::NetworksPage(Engine &engine, Session *session, const FollowRules &rules, QWidget *parent)
    : Page(u"networks"_s, tr("Networks"), parent), m_engine(engine), m_session(session),
      m_actions(engine, this, rules)
{
    buildHeader();
    buildBody();
}

void NetworksPage::buildHeader()
{
    auto *header = new PageHeader(title(), this);
    const auto addButton = [this, header](const QString &text, QLatin1StringView name, auto pressed) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        header->addControl(button);
        connect(button, &QPushButton::clicked, &m_actions, pressed);
        return button;
    };
    addButton(tr("&Presets…"), "presets"_L1, &NetworkActions::managePresets);
    addButton(tr("&Import preset…"), "importPreset"_L1, &NetworkActions::importPreset);
    setButtonKind(addButton(tr("&Add network…"), "addNetwork"_L1, &NetworkActions::add), "primary");
    pageLayout(this, header);
    connect(&m_actions, &NetworkActions::changed, this, [this](NetworkId network) {
        if (network.isValid())
            m_wanted = network;
        refresh();
    });
    connect(&m_engine, &Engine::presetsChanged, this, &NetworksPage::refresh);
    connect(&m_actions.secrets(), &SecretSource::changed, this, &NetworksPage::refresh);
}

void NetworksPage::buildBody()
{
    m_card = new Card(tr("Your networks"), this);
    m_card->setNote(tr("Counts are today's. Approved: of the conversions decided in the last 30 days."));
    m_trouble = new Banner(Tone::Red, m_card);
    m_trouble->hide();
    m_card->body()->addWidget(m_trouble);
    m_stack = new QStackedWidget(m_card);
    auto *empty = new EmptyState(
            u":/icons/networks.svg"_s, tr("Add the network that pays you"),
            tr("Matchbook gives you a postback URL for it. Paste that into the network, and every "
               "conversion is reported here."),
            tr("Add network…"), m_stack);
    empty->button()->setObjectName("addFirstNetwork"_L1);
    m_stack->addWidget(buildTable());
    m_stack->addWidget(empty);
    m_card->body()->addWidget(m_stack, 1);
    m_panel = new NetworkPanel(this);
    addListAndInspector(this, m_card, m_panel, {730, 340});
    connect(empty, &EmptyState::pressed, &m_actions, &NetworkActions::add);
    connect(m_panel, &NetworkPanel::editAsked, this, &NetworksPage::editSelected);
    const auto onPanel = [this](void (NetworkPanel::*asked)(), auto action) {
        connect(m_panel, asked, this, [this, action] { onSelected(action); });
    };
    onPanel(&NetworkPanel::testAsked, &NetworkActions::test);
    onPanel(&NetworkPanel::mappingAsked, &NetworkActions::editMapping);
    onPanel(&NetworkPanel::keyAsked, &NetworkActions::rotateKey);
    onPanel(&NetworkPanel::secretAsked, &NetworkActions::enterSecret);
    onPanel(&NetworkPanel::secretRemovalAsked, &NetworkActions::removeSecret);
    onPanel(&NetworkPanel::exampleAsked, &NetworkActions::learn);
    onPanel(&NetworkPanel::reportAsked, &NetworkActions::importReport);
    connect(m_panel, &NetworkPanel::postbacksAsked, this, [this] {
        if (const NetworkHealth *network = selected())
            Q_EMIT openPage(u"postbacklog"_s, {{u"network"_s, network->network.id.value}});
    });
}

QWidget *NetworksPage::buildTable()
{
    auto *scroll = new QScrollArea(m_stack);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *filled = new QWidget(scroll);
    scroll->setWidget(filled);
    scroll->viewport()->setAutoFillBackground(false);
    filled->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(filled);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_table = new QTableView(filled);
    m_table->setAccessibleName(m_card->title());
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(NetworkTableModel::Name, new DotDelegate(m_table));
    dressTable(m_table, u"networks_table"_s, m_session);
    m_table->horizontalHeader()->setSortIndicator(NetworkTableModel::Name, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    column->addWidget(m_table);
    m_problems = new QVBoxLayout;
    m_problems->setSpacing(10);
    column->addLayout(m_problems);
    column->addStretch(1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &NetworksPage::showSelected);
    connect(m_table, &QTableView::doubleClicked, this, &NetworksPage::editSelected);
    return scroll;
}

void NetworksPage::editSelected()
{
    const NetworkHealth *health = selected();
    if (!health)
        return;
    const AffiliateNetwork network = health->network; // the table is read again while the dialog is open
    m_actions.edit(network, m_model.otherNames(network.id));
}

void NetworksPage::refresh()
{
    const Formats formats = Formats::from(m_engine.preferences());
    const qint64 now = m_engine.clock().now();
    const QDate today = formats.day(now);
    m_engine.reader().ask<QList<NetworkHealth>>(
            this,
            [now, todayStart = dayStartMs(today, formats.zone),
             monthStart = dayStartMs(today.addDays(-29), formats.zone), presets = m_engine.presets(),
             secrets = m_actions.secrets().secrets()](Database &database) {
                return withoutSettledAlarms(
                        Lists(database, presets).networkHealth(now, todayStart, monthStart), *secrets);
            },
            [this](const Expected<QList<NetworkHealth>> &networks) { take(networks); });
}

void NetworksPage::open(const QVariantMap &what)
{
    if (what.contains(u"network"_s))
        m_wanted = NetworkId{what.value(u"network"_s).toLongLong()};
    m_importWanted = what.value(u"importReport"_s).toBool();
    // The window shows the page first: a dialog needs it as its parent.
    if (what.value(u"add"_s).toBool())
        QMetaObject::invokeMethod(&m_actions, &NetworkActions::add, Qt::QueuedConnection);
}

void NetworksPage::take(const Expected<QList<NetworkHealth>> &networks)
{
    m_trouble->setVisible(!networks);
    if (!networks) {
        m_trouble->setMessage(Tone::Red, failureTitle(networks.error()), failureText(networks.error()));
        return;
    }
    const NetworkId before = selected() ? selected()->network.id : NetworkId();
    const bool grown = m_model.rowCount() != networks->size();
    m_model.setNetworks(*networks, Formats::from(m_engine.preferences()), m_engine.clock().now());
    m_stack->setCurrentIndex(networks->isEmpty() ? 1 : 0);
    m_panel->setVisible(!networks->isEmpty());
    if (grown)
        fitColumns(m_table, NetworkTableModel::Preset);
    fitHeightToRows(m_table, mostRows);
    showProblems(*networks);
    selectAgain(before);
}

void NetworksPage::selectAgain(NetworkId before)
{
    // An answer that was on its way when somebody asked for a network does not know it yet.
    const int wanted = m_model.rowOf(m_wanted);
    const int row = std::max(0, wanted >= 0 ? wanted : m_model.rowOf(before));
    if (m_table->currentIndex().row() != row)
        m_table->selectRow(row);
    else
        showSelected();
    m_wanted = wanted < 0 ? m_wanted : NetworkId();
    // A dialog may not open while the answer is being taken.
    if (wanted >= 0 && std::exchange(m_importWanted, false))
        QMetaObject::invokeMethod(m_panel, &NetworkPanel::reportAsked, Qt::QueuedConnection);
}

void NetworksPage::showProblems(const QList<NetworkHealth> &networks)
{
    const qint64 now = m_engine.clock().now();
    qsizetype used = 0;
    for (const NetworkHealth &network : networks) {
        for (const NetworkAlarm &alarm : network.alarms) {
            if (used == m_banners.size()) {
                m_banners.append(new AlarmBanner(m_card));
                m_problems->addWidget(m_banners.constLast());
                connect(m_banners.constLast(), &AlarmBanner::jumpAsked, this, &NetworksPage::jump);
            }
            m_banners.at(used++)->setAlarm(alarm, network.network, now);
        }
    }
    for (qsizetype i = used; i < m_banners.size(); ++i)
        m_banners.at(i)->hide();
}

void NetworksPage::jump(const NetworkAlarm &alarm, NetworkId network)
{
    select(network);
    switch (alarmRepair(alarm)) {
    case AlarmRepair::ShowPostbacks:
        Q_EMIT openPage(u"postbacklog"_s,
                        {{u"network"_s, alarm.cause == PostbackCause::ExpiredKey ? 0 : network.value},
                         {u"word"_s, QString(outcomeWord(alarm.outcome))},
                         {u"cause"_s, QString(causeWord(alarm.cause))}});
        break;
    case AlarmRepair::ShowSettings:
        editSelected();
        break;
    case AlarmRepair::ShowMapping:
        onSelected(&NetworkActions::editMapping);
        break;
    case AlarmRepair::ShowCampaigns:
        Q_EMIT openPage(u"campaigns"_s, {});
        break;
    case AlarmRepair::ShowUrl:
        m_panel->showUrl();
        break;
    case AlarmRepair::EnterSecret:
        onSelected(&NetworkActions::enterSecret);
        break;
    }
}

void NetworksPage::showSelected()
{
    const NetworkHealth *health = selected();
    if (!health) {
        m_panel->clear();
        return;
    }
    RowFilter filter;
    filter.network = health->network.id;
    m_engine.reader().ask<QList<PostbackRow>>(
            this, [filter](Database &database) { return Lists(database).postbacks(filter, 1); },
            [this, health = *health, request = ++m_panelRequest](const Expected<QList<PostbackRow>> &rows) {
                if (request != m_panelRequest)
                    return;
                const AffiliateNetwork &network = health.network;
                PanelSubject subject{health,
                                     effectivePreset(network, *m_actions.presets()),
                                     m_actions.urlsOf(network),
                                     m_actions.statusUrlsOf(network),
                                     m_actions.pixelUrlOf(network),
                                     m_actions.standingOf(network),
                                     {},
                                     m_engine.clock().now()};
                if (rows && !rows->isEmpty())
                    subject.newest = rows->constFirst();
                m_panel->setSubject(subject, Formats::from(m_engine.preferences()));
            });
}

void NetworksPage::select(NetworkId network)
{
    if (const int row = m_model.rowOf(network); row >= 0)
        m_table->selectRow(row);
}

void NetworksPage::onSelected(void (NetworkActions::*action)(const AffiliateNetwork &))
{
    if (const NetworkHealth *health = selected()) {
        const AffiliateNetwork network = health->network; // the table is read again while a dialog is open
        (m_actions.*action)(network);
    }
}

const NetworkHealth *NetworksPage::selected() const
{
    return m_model.at(m_table->currentIndex().row());
}

} // namespace Matchbook
