// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repairbox.h"

#include "networks/amount.h"
#include "text/statuswords.h"
#include "theme.h"
#include "widgets/flowlayout.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr qsizetype longestWord = 32;
constexpr int readingsShown = 2;

/// \a text with its middle left out where it would not fit beside a choice.
QString quoted(const QString &text)
{
    const QString shown = text.size() <= longestWord ? text : text.first(longestWord - 1) % u"…"_s;
    return u"“"_s % shown % u"”"_s;
}

/// An amount that can be read one way only: without a mark for thousands, with a mark for decimals.
QString plainAmount(const QString &text, DecimalMark mark)
{
    const auto amount = readAmount(text.toUtf8(), mark);
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const qint64 micros = amount.micros.value_or(0);
    return locale.toString(double(micros) / 1e6, 'f', micros % 10'000 == 0 ? 2 : 3);
}

FlowLayout *flowOf(QWidget *row)
{
    auto *layout = new FlowLayout(row, Qt::LeftEdge);
    layout->setSpacing(8);
    return layout;
}

} // namespace

RepairBox::RepairBox(QWidget *parent) : QWidget(parent)
{
    setObjectName("repairBox"_L1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(8);
    column->addWidget(buildClickIdButton(), 0, Qt::AlignLeft);
    for (QWidget *row : {buildStatusRow(), buildReadingRow(), buildGiveRow(), buildClickRow()})
        column->addWidget(row);
    m_network = new QPushButton(tr("Open the network's settings"), this);
    m_network->setObjectName("openNetwork"_L1);
    setButtonKind(m_network, "link");
    column->addWidget(m_network, 0, Qt::AlignLeft);
    connect(m_network, &QPushButton::clicked, this, &RepairBox::networkAsked);
}

QWidget *RepairBox::buildClickIdButton()
{
    m_readClickId = new QPushButton(this);
    m_readClickId->setObjectName("readClickId"_L1);
    m_readClickId->setToolTip(tr(
            "From now on the click ID is read there too; you see what it changes in the past before that is done."));
    setButtonKind(m_readClickId, "primary");
    connect(m_readClickId, &QPushButton::clicked, this, [this] {
        Q_EMIT repairAsked(ReadClickIdFrom{m_postback.networkId, m_postback.causeDetail, m_clickIdFields});
    });
    return m_readClickId;
}

QWidget *RepairBox::buildStatusRow()
{
    m_statusRow = new QWidget(this);
    auto *row = flowOf(m_statusRow);
    m_statusLabel = new QLabel(m_statusRow);
    m_statusLabel->setTextFormat(Qt::PlainText);
    m_status = new QComboBox(m_statusRow);
    m_status->setObjectName("statusOfWord"_L1);
    m_status->setAccessibleName(tr("What the status means"));
    for (const auto status :
         {ConversionStatus::Pending, ConversionStatus::Approved, ConversionStatus::Rejected,
          ConversionStatus::Refunded, ConversionStatus::ChargedBack, ConversionStatus::Test,
          ConversionStatus::Ignored})
        m_status->addItem(statusText(status), int(status));
    auto *map = new QPushButton(tr("Map and preview"), m_statusRow);
    map->setObjectName("mapWord"_L1);
    map->setToolTip(
            tr("From now on the word is read so; you see what it changes in the past before that is done."));
    setButtonKind(map, "primary");
    row->addWidget(m_statusLabel);
    row->addWidget(m_status);
    row->addWidget(map);
    connect(map, &QPushButton::clicked, this, &RepairBox::askStatus);
    return m_statusRow;
}

QWidget *RepairBox::buildReadingRow()
{
    m_readingRow = new QWidget(this);
    auto *row = flowOf(m_readingRow);
    m_readingLabel = new QLabel(m_readingRow);
    m_readingLabel->setTextFormat(Qt::PlainText);
    row->addWidget(m_readingLabel);
    for (int i = 0; i < readingsShown; ++i) {
        auto *button = new QPushButton(m_readingRow);
        button->setObjectName("reading"_L1 % QString::number(i));
        row->addWidget(button);
        m_readingButtons.append(button);
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT repairAsked(m_readings.value(i)); });
    }
    return m_readingRow;
}

QWidget *RepairBox::buildGiveRow()
{
    m_giveRow = new QWidget(this);
    auto *row = flowOf(m_giveRow);
    auto *label = new QLabel(tr("Give it to"), m_giveRow);
    m_give = new QComboBox(m_giveRow);
    m_give->setObjectName("giveTo"_L1);
    m_give->setAccessibleName(tr("The network it is of"));
    auto *give = new QPushButton(tr("Give"), m_giveRow);
    give->setObjectName("give"_L1);
    setButtonKind(give, "primary");
    row->addWidget(label);
    row->addWidget(m_give);
    row->addWidget(give);
    connect(give, &QPushButton::clicked, this,
            [this] { Q_EMIT giveAsked(NetworkId{m_give->currentData().toLongLong()}); });
    return m_giveRow;
}

QWidget *RepairBox::buildClickRow()
{
    m_clickRow = new QWidget(this);
    auto *row = flowOf(m_clickRow);
    auto *attach = new QPushButton(tr("Attach to a click…"), m_clickRow);
    attach->setObjectName("attach"_L1);
    setButtonKind(attach, "primary");
    auto *keep = new QPushButton(tr("Keep without a click"), m_clickRow);
    keep->setObjectName("keep"_L1);
    keep->setToolTip(tr("Counts as revenue of the network, without a click or a campaign."));
    row->addWidget(attach);
    row->addWidget(keep);
    connect(attach, &QPushButton::clicked, this, &RepairBox::attachAsked);
    connect(keep, &QPushButton::clicked, this, &RepairBox::keepAsked);
    return m_clickRow;
}

void RepairBox::setPostback(const PostbackRow &postback, const AffiliateNetwork *network,
                            const QList<AffiliateNetwork> &networks, const QStringList &clickIdFields)
{
    m_clickIdFields = clickIdFields;
    const bool same = m_postback.id == postback.id && m_postback.cause == postback.cause
            && m_postback.causeDetail == postback.causeDetail && m_postback.conversion == postback.conversion
            && m_networks == networks;
    if (same && postback.id.isValid())
        return;
    m_postback = postback;
    m_networks = networks;
    const PossibleActions actions = possibleActions(postback);
    m_readClickId->setVisible(actions.readClickId && !clickIdFields.isEmpty());
    m_readClickId->setText(tr("Read the click ID from %1").arg(quoted(postback.causeDetail)));
    m_statusRow->setVisible(actions.mapStatus);
    m_statusLabel->setText(tr("Read %1 as").arg(quoted(postback.causeDetail)));
    const auto guess = suggestedStatus(postback.causeDetail).value_or(ConversionStatus::Pending);
    m_status->setCurrentIndex(std::max(0, m_status->findData(int(guess))));
    m_readingRow->setVisible(actions.chooseReading);
    fillReadings(actions.chooseReading ? network : nullptr);
    m_giveRow->setVisible(actions.give && !networks.isEmpty());
    fillNetworks(networks);
    m_clickRow->setVisible(actions.attach || actions.keep);
    m_network->setVisible(actions.openNetwork || actions.chooseReading);
    setVisible(actions.any());
}

void RepairBox::fillReadings(const AffiliateNetwork *network)
{
    m_readings = network ? amountRepairs(m_postback.causeDetail, *network) : QList<Repair>();
    m_readingLabel->setText(tr("Read %1 as").arg(quoted(m_postback.causeDetail)));
    for (int i = 0; i < readingsShown; ++i) {
        QPushButton *button = m_readingButtons.at(i);
        button->setVisible(i < m_readings.size());
        if (i >= m_readings.size())
            continue;
        const bool comma = std::holds_alternative<ReadDecimalComma>(m_readings.at(i));
        button->setText(plainAmount(m_postback.causeDetail, comma ? DecimalMark::Comma : DecimalMark::Point));
        button->setToolTip(comma ? tr("This network writes decimals with a comma")
                                 : tr("This network writes decimals with a point"));
    }
}

void RepairBox::fillNetworks(const QList<AffiliateNetwork> &networks)
{
    const QVariant before = m_give->currentData();
    m_give->clear();
    for (const AffiliateNetwork &network : networks)
        m_give->addItem(network.name, network.id.value);
    // Whose key it was is known of a key that has run out, and most often right.
    const auto wasIts = std::find_if(networks.cbegin(), networks.cend(), [this](const auto &network) {
        return m_postback.cause == PostbackCause::ExpiredKey && network.name == m_postback.causeDetail;
    });
    const QVariant first = wasIts == networks.cend() ? before : QVariant(wasIts->id.value);
    m_give->setCurrentIndex(std::max(0, m_give->findData(first)));
}

void RepairBox::askStatus()
{
    Q_EMIT repairAsked(MapStatusWord{m_postback.networkId, m_postback.causeDetail,
                                     ConversionStatus(m_status->currentData().toInt())});
}

} // namespace Matchbook
