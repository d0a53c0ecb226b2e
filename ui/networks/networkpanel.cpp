// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkpanel.h"

#include "networks/networkmapping.h"
#include "networks/networkwords.h"
#include "text/statuswords.h"
#include "theme.h"
#include "widgets/card.h"
#include "widgets/copyfield.h"
#include "widgets/rowdelegate.h"
#include "widgets/tablesetup.h"
#include "widgets/tonedlabel.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

QStandardItem *cell(const QString &text, const QString &toolTip, bool monospaced, bool muted, bool right)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setToolTip(toolTip);
    item->setData(monospaced, MonospacedRole);
    if (muted)
        item->setData(int(Tone::Grey), ToneRole);
    item->setTextAlignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return item;
}

} // namespace

NetworkPanel::NetworkPanel(QWidget *parent) : QWidget(parent), m_card(new Card({}, this))
{
    setObjectName("networkPanel"_L1);
    setAccessibleName(tr("The selected network"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_edit = new QPushButton(tr("&Edit…"), this);
    m_edit->setObjectName("editNetwork"_L1);
    setButtonKind(m_edit, "quiet");
    m_card->addToHeader(m_edit);
    m_stack = new QStackedWidget(this);
    auto *nothing = new QWidget(this);
    auto *nothingColumn = new QVBoxLayout(nothing);
    nothingColumn->setContentsMargins(0, 0, 0, 0);
    nothingColumn->addWidget(new TonedLabel(tr("Select a network to see its postback URL and its rules."),
                                            Tone::Grey, nothing));
    nothingColumn->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(buildBody());
    scroll->viewport()->setAutoFillBackground(false);
    scroll->widget()->setAutoFillBackground(false);
    m_stack->addWidget(nothing);
    m_stack->addWidget(scroll);
    m_card->body()->addWidget(m_stack, 1);
    connect(m_edit, &QPushButton::clicked, this, &NetworkPanel::editAsked);
    clear();
}

QWidget *NetworkPanel::buildBody()
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(8);
    column->addWidget(new TonedLabel(tr("Postback URL"), Tone::Grey, body));
    m_url = new CopyField(tr("Postback URL"), body);
    m_url->setObjectName("postbackUrl"_L1);
    column->addWidget(m_url);
    m_help = new TonedLabel({}, Tone::Grey, body);
    m_help->setObjectName("postbackHelp"_L1);
    m_help->setTextFormat(Qt::PlainText);
    column->addWidget(m_help);
    const auto table = [this, body](QStandardItemModel *model, const QString &name, const QString &title) {
        auto *view = new QTableView(body);
        view->setObjectName(name);
        view->setAccessibleName(title);
        view->setModel(model);
        dressTable(view, name);
        return view;
    };
    m_mappingModel = new QStandardItemModel(0, 3, this);
    m_mapping = table(m_mappingModel, u"mapping"_s, tr("What the parameters mean"));
    column->addWidget(m_mapping);
    column->addSpacing(6);
    m_rulesModel = new QStandardItemModel(0, 2, this);
    m_rules = table(m_rulesModel, u"rules"_s, tr("Rules"));
    m_rules->horizontalHeader()->hide();
    column->addWidget(m_rules);
    auto *postbacks = new QPushButton(tr("Show its postbacks"), body);
    postbacks->setObjectName("showPostbacks"_L1);
    setButtonKind(postbacks, "link");
    column->addWidget(postbacks, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(postbacks, &QPushButton::clicked, this, &NetworkPanel::postbacksAsked);
    return body;
}

void NetworkPanel::setNetwork(const AffiliateNetwork &network, const NetworkPreset &preset,
                              const QString &postbackUrl, const std::optional<PostbackRow> &newest)
{
    m_stack->setCurrentIndex(1);
    m_card->setTitle(network.name);
    m_edit->show();
    if (m_url->text() != postbackUrl)
        m_url->setText(postbackUrl);
    m_help->setText(
            preset.postbackParameters.isEmpty()
                    ? tr("Paste it into the network's postback settings. Behind it, after a question mark, goes "
                         "what the network shall send, each with the network's own macro: %1")
                              .arg(parameterPattern(preset))
                    : tr("Paste it into the network's postback settings as it is. The network replaces its "
                         "macros by the values of each conversion."));
    fillMapping(preset, newest);
    fillRules(network, preset);
}

void NetworkPanel::clear()
{
    m_card->setTitle(tr("Network"));
    m_edit->hide();
    m_stack->setCurrentIndex(0);
}

void NetworkPanel::fillMapping(const NetworkPreset &preset, const std::optional<PostbackRow> &newest)
{
    const QList<MappedField> fields = mappedFields(preset, newest);
    if (fields == m_fields)
        return;
    m_fields = fields;
    m_mappingModel->clear();
    m_mappingModel->setHorizontalHeaderLabels({tr("Comes as"), tr("Means"), tr("Last value")});
    m_mappingModel->horizontalHeaderItem(2)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const MappedField &field : fields) {
        const QString names = tr("Understood as well: %1").arg(field.otherNames);
        m_mappingModel->appendRow({cell(field.comesAs, names, true, false, false),
                                   cell(field.means, names, false, false, false),
                                   cell(field.lastValue.isEmpty() ? noneText() : field.lastValue,
                                        field.lastValue, true, field.lastValue.isEmpty(), true)});
    }
    fitColumns(m_mapping, 2);
    fitHeightToRows(m_mapping);
}

void NetworkPanel::fillRules(const AffiliateNetwork &network, const NetworkPreset &preset)
{
    if (m_network == network && m_rulesModel->rowCount() > 0)
        return;
    m_network = network;
    m_rulesModel->clear();
    const auto add = [this](const QString &rule, const QString &value) {
        m_rulesModel->appendRow(
                {cell(rule, rule, false, true, false), cell(value, value, false, false, true)});
    };
    add(tr("Repeats"), repeatPolicyText(network.repeatPolicy));
    add(tr("Status if none is sent"), statusText(network.defaultStatus));
    add(tr("Decimal mark"), decimalMarkText(network.decimalMark));
    add(tr("Default currency"), network.defaultCurrency.code());
    add(tr("Sub ID parameter"),
        network.subIdParameter.isEmpty() ? preset.subIdParameter : network.subIdParameter);
    add(tr("Accepted senders"),
        network.allowedSenders.isEmpty() ? tr("any, with the secret key")
                                         : network.allowedSenders.join(u", "_s));
    add(tr("Answer"), network.answerText.isEmpty() ? u"OK"_s : network.answerText);
    fitColumns(m_rules, 1);
    fitHeightToRows(m_rules);
}

} // namespace Matchbook
