// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkspage.h"

#include "engine/engine.h"
#include "failuretext.h"
#include "forms/pageparts.h"
#include "matching/diagnosis.h"
#include "networks/networkdialog.h"
#include "networks/networkpanel.h"
#include "networkwizard/networkwizard.h"
#include "pageheader.h"
#include "store/lists.h"
#include "text/statuswords.h"
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

namespace {

constexpr int mostRows = 200;

PostbackOutcome outcomeOf(PostbackCause cause)
{
    switch (cause) {
    case PostbackCause::BadAmount:
    case PostbackCause::AmbiguousAmount:
    case PostbackCause::UnknownCurrency:
    case PostbackCause::UnknownStatus:
        return PostbackOutcome::NotUnderstood;
    case PostbackCause::SenderNotAllowed:
        return PostbackOutcome::Refused;
    default:
        return PostbackOutcome::Unmatched;
    }
}

} // namespace

NetworksPage::NetworksPage(Engine &engine, Session *session, QWidget *parent)
    : Page(u"networks"_s, tr("Networks"), parent), m_engine(engine), m_session(session),
      m_presets(engine.dataFolder() % "/networks"_L1)
{
    buildHeader();
    buildBody();
}

void NetworksPage::buildHeader()
{
    auto *header = new PageHeader(title(), this);
    auto *add = new QPushButton(tr("&Add network…"), this);
    add->setObjectName("addNetwork"_L1);
    setButtonKind(add, "primary");
    header->addControl(add);
    pageLayout(this, header);
    connect(add, &QPushButton::clicked, this, [this] { edit({}); });
}

void NetworksPage::buildBody()
{
    m_card = new Card(tr("Your networks"), this);
    m_card->setNote(tr("today"));
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
    connect(empty, &EmptyState::pressed, this, [this] { edit({}); });
    connect(m_panel, &NetworkPanel::editAsked, this, &NetworksPage::editSelected);
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
    if (const NetworkHealth *network = selected())
        edit(network->network);
}

void NetworksPage::refresh()
{
    const Formats formats = Formats::from(m_engine.preferences());
    const QDate today = formats.day(m_engine.clock().now());
    const qint64 todayStart = dayStartMs(today, formats.zone);
    const qint64 monthStart = dayStartMs(today.addDays(-29), formats.zone);
    m_engine.reader().ask<QList<NetworkHealth>>(
            this,
            [todayStart, monthStart](Database &database) {
                return Lists(database).networkHealth(todayStart, monthStart);
            },
            [this](const Expected<QList<NetworkHealth>> &networks) { take(networks); });
}

void NetworksPage::open(const QVariantMap &what)
{
    if (what.contains(u"network"_s))
        m_wanted = NetworkId{what.value(u"network"_s).toLongLong()};
    // The window shows the page first: a dialog needs it as its parent.
    if (what.value(u"add"_s).toBool())
        QMetaObject::invokeMethod(
                this, [this] { edit({}); }, Qt::QueuedConnection);
}

void NetworksPage::take(const Expected<QList<NetworkHealth>> &networks)
{
    m_trouble->setVisible(!networks);
    if (!networks) {
        m_trouble->setMessage(Tone::Red, failureTitle(networks.error()), failureText(networks.error()));
        return;
    }
    if (!m_wanted.isValid()) {
        if (const NetworkHealth *network = selected())
            m_wanted = network->network.id;
    }
    const bool grown = m_model.rowCount() != networks->size();
    m_model.setNetworks(*networks, Formats::from(m_engine.preferences()), m_engine.clock().now());
    m_stack->setCurrentIndex(networks->isEmpty() ? 1 : 0);
    m_panel->setVisible(!networks->isEmpty());
    if (grown)
        fitColumns(m_table, NetworkTableModel::Preset);
    fitHeightToRows(m_table, mostRows);
    showProblems(*networks);
    const int row = std::max(0, m_model.rowOf(m_wanted));
    m_wanted = {};
    if (m_table->currentIndex().row() != row)
        m_table->selectRow(row);
    else
        showSelected();
}

void NetworksPage::showProblems(const QList<NetworkHealth> &networks)
{
    qsizetype used = 0;
    for (const NetworkHealth &network : networks) {
        if (network.worstCount == 0)
            continue;
        if (used == m_banners.size()) {
            auto *banner = new Banner(Tone::Red, m_card);
            m_problems->addWidget(banner);
            m_banners.append(banner);
        }
        Banner *banner = m_banners.at(used++);
        const PostbackOutcome outcome = outcomeOf(network.worstCause);
        const QString reason = shortReason(outcome, network.worstCause, network.worstDetail);
        banner->setMessage(healthTone(network) == Tone::Red ? Tone::Red : Tone::Amber,
                           network.worstCount == 1
                                   ? tr("%1, once today: %2").arg(network.network.name, reason)
                                   : tr("%1, %2 times today: %3")
                                             .arg(network.network.name)
                                             .arg(network.worstCount)
                                             .arg(reason),
                           explanation(outcome, network.worstCause, network.worstDetail),
                           tr("Show these postbacks"));
        banner->disconnect(this);
        connect(banner, &Banner::linkActivated, this, [this, id = network.network.id.value] {
            Q_EMIT openPage(u"postbacklog"_s, {{u"network"_s, id}, {u"word"_s, u"unmatched"_s}});
        });
        banner->show();
    }
    for (qsizetype i = used; i < m_banners.size(); ++i)
        m_banners.at(i)->hide();
}

void NetworksPage::showSelected()
{
    const NetworkHealth *health = selected();
    if (!health) {
        m_panel->clear();
        return;
    }
    const AffiliateNetwork network = health->network;
    RowFilter filter;
    filter.network = network.id;
    m_engine.reader().ask<QList<PostbackRow>>(
            this, [filter](Database &database) { return Lists(database).postbacks(filter, 1); },
            [this, network, request = ++m_panelRequest](const Expected<QList<PostbackRow>> &rows) {
                if (request != m_panelRequest)
                    return;
                std::optional<PostbackRow> newest;
                if (rows && !rows->isEmpty())
                    newest = rows->constFirst();
                m_panel->setNetwork(network, m_presets.findOrGeneric(network.preset),
                                    m_engine.postbackUrl(network), newest);
            });
}

void NetworksPage::edit(const AffiliateNetwork &network)
{
    if (!network.id.isValid()) {
        if (const NetworkId added = runNetworkWizard(m_engine, m_presets, this); added.isValid())
            m_wanted = added;
        return refresh();
    }
    QStringList taken;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.at(row)->network.id != network.id)
            taken.append(m_model.at(row)->network.name);
    }
    NetworkDialog dialog(m_presets, network, taken, catalogueEdits(m_engine), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_wanted = dialog.network().id;
    refresh();
}

const NetworkHealth *NetworksPage::selected() const
{
    return m_model.at(m_table->currentIndex().row());
}

} // namespace Matchbook
