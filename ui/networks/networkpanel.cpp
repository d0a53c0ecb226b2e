// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkpanel.h"

#include "networks/networkrules.h"
#include "networks/networkwords.h"
#include "networks/postbackurlfields.h"
#include "networks/presetdoubts.h"
#include "networks/secretline.h"
#include "networks/secretwords.h"
#include "networks/statusurls.h"
#include "text/statuswords.h"
#include "theme.h"
#include "widgets/banner.h"
#include "widgets/card.h"
#include "widgets/copyfield.h"
#include "widgets/flowlayout.h"
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

QString helpFor(const NetworkPreset &preset)
{
    if (preset.postbackParameters.isEmpty() && preset.kind == PresetKind::Postback)
        return NetworkPanel::
                tr("Behind it, after a question mark, goes what the network shall send, each with the network's "
                   "own macro: %1")
                        .arg(parameterPattern(preset));
    return preset.postback.hints.join(u'\n');
}

} // namespace

NetworkPanel::NetworkPanel(QWidget *parent) : QWidget(parent), m_card(new Card({}, this))
{
    setObjectName("networkPanel"_L1);
    setAccessibleName(tr("The selected network"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    const auto headerButton = [this](const QString &text, const char *name) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(QLatin1StringView(name));
        setButtonKind(button, "quiet");
        m_card->addToHeader(button);
        return button;
    };
    m_test = headerButton(tr("&Test…"), "testNetwork");
    m_test->setAccessibleName(tr("Test this network"));
    m_test->setToolTip(tr("Follows its link hop by hop with a test click and sends a postback as it would"));
    m_edit = headerButton(tr("&Edit…"), "editNetwork");
    m_stack = new QStackedWidget(this);
    auto *nothing = new QWidget(this);
    auto *nothingColumn = new QVBoxLayout(nothing);
    nothingColumn->setContentsMargins(0, 0, 0, 0);
    nothingColumn->addWidget(
            new TonedLabel(tr("Select a network to see what it sends and its rules."), Tone::Grey, nothing));
    nothingColumn->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(buildBody());
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->widget()->setAutoFillBackground(false);
    m_stack->addWidget(nothing);
    m_stack->addWidget(m_scroll);
    m_card->body()->addWidget(m_stack, 1);
    m_buttons = buildButtons();
    m_card->body()->addWidget(m_buttons);
    connect(m_test, &QPushButton::clicked, this, &NetworkPanel::testAsked);
    connect(m_edit, &QPushButton::clicked, this, &NetworkPanel::editAsked);
    clear();
}

QWidget *NetworkPanel::buildBody()
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(8);
    const auto label = [body, column](const char *name, Tone tone) {
        auto *text = new TonedLabel({}, tone, body);
        text->setObjectName(QLatin1StringView(name));
        text->setTextFormat(Qt::PlainText);
        column->addWidget(text);
        return text;
    };
    m_reportOnly = new Banner(Tone::Blue, body);
    m_reportOnly->setObjectName("reportOnly"_L1);
    column->addWidget(m_reportOnly);
    connect(m_reportOnly, &Banner::linkActivated, this, &NetworkPanel::reportAsked);
    m_where = label("pasteWhere", Tone::Grey);
    m_urls = new PostbackUrlFields(u"postbackUrl"_s, body);
    column->addWidget(m_urls);
    m_steps = label("pasteSteps", Tone::Grey);
    m_statusUrls = new StatusUrls(body);
    column->addWidget(m_statusUrls);
    m_secret = new SecretLine(body);
    column->addWidget(m_secret);
    connect(m_secret, &SecretLine::enterAsked, this, &NetworkPanel::secretAsked);
    connect(m_secret, &SecretLine::removeAsked, this, &NetworkPanel::secretRemovalAsked);
    m_help = label("postbackHelp", Tone::Grey);
    m_doubts = label("doubts", Tone::Amber);
    m_pixelWhere = label("pixelWhere", Tone::Grey);
    m_pixelWhere->setText(
            tr("Pixel URL: only for a network that sends no postbacks. A browser may block it."));
    m_pixel = new CopyField(tr("Pixel URL"), body);
    m_pixel->setObjectName("pixelUrl"_L1);
    column->addWidget(m_pixel);
    const auto table = [body](QStandardItemModel *model, const QString &name, const QString &title) {
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
    m_rulesModel = new QStandardItemModel(0, 2, this);
    m_rules = table(m_rulesModel, u"rules"_s, tr("Rules"));
    m_rules->horizontalHeader()->hide();
    column->addWidget(m_rules);
    m_words = label("statusWords", Tone::Grey);
    m_postbacks = new QPushButton(body);
    m_postbacks->setObjectName("showPostbacks"_L1);
    setButtonKind(m_postbacks, "link");
    column->addWidget(m_postbacks, 0, Qt::AlignLeft);
    connect(m_postbacks, &QPushButton::clicked, this, &NetworkPanel::postbacksAsked);
    column->addStretch(1);
    return body;
}

QWidget *NetworkPanel::buildButtons()
{
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(row);
    const auto button = [this, row, flow](const QString &text, const char *name, auto signal) {
        auto *made = new QPushButton(text, row);
        made->setObjectName(QLatin1StringView(name));
        flow->addWidget(made);
        connect(made, &QPushButton::clicked, this, signal);
        return made;
    };
    button(tr("Edit &mapping…"), "editMapping", &NetworkPanel::mappingAsked);
    m_ofUrl = {button(tr("New &key…"), "newKey", &NetworkPanel::keyAsked),
               button(tr("&Learn…"), "learn", &NetworkPanel::exampleAsked)};
    button(tr("Import &report…"), "importReport", &NetworkPanel::reportAsked);
    return row;
}

void NetworkPanel::setSubject(const PanelSubject &subject, const Formats &formats)
{
    m_stack->setCurrentIndex(1);
    m_card->setTitle(subject.health.network.name);
    const NetworkPreset &preset = subject.preset;
    const bool isTold = isReceived(preset.kind);
    m_test->setVisible(isTold);
    m_edit->show();
    m_buttons->show();
    showWay(preset);
    m_urls->setUrls(subject.urls, presetConfidence(preset, formats.locale));
    m_secret->setVisible(subject.secret.has_value());
    if (subject.secret)
        m_secret->setStanding(preset, *subject.secret);
    m_statusUrls->setUrls(subject.statusUrls);
    m_help->setText(isTold ? helpFor(preset) : QString());
    m_help->setVisible(!m_help->text().isEmpty());
    const QStringList doubts = presetDoubts(preset);
    m_doubts->setText(doubts.isEmpty() ? QString() : tr("Not verified:\n%1").arg(doubts.join(u'\n')));
    m_doubts->setVisible(!doubts.isEmpty());
    m_pixel->setText(subject.pixelUrl);
    m_pixel->setVisible(!subject.pixelUrl.isEmpty());
    m_pixelWhere->setVisible(!subject.pixelUrl.isEmpty());
    fillMapping(subject);
    fillWords(preset);
    fillRules(subject, formats);
}

/// How the network's sales come here: by a URL that is pasted, or by its report alone.
void NetworkPanel::showWay(const NetworkPreset &preset)
{
    const bool isTold = isReceived(preset.kind);
    m_reportOnly->setVisible(!isTold);
    m_reportOnly->setMessage(Tone::Blue, tr("It sends nothing by itself"),
                             preset.advice % u' '
                                     % tr("Importing the same report again counts nothing twice."),
                             tr("Import report…"));
    const QStringList &steps = preset.postback.steps;
    // Two words are read at a glance; a longer way is a list.
    const bool isLong = steps.size() > 2;
    m_where->setText(steps.isEmpty() ? tr("Postback URL: paste it into the network's postback settings")
                             : isLong
                             ? tr("Postback URL: paste it into %1, as the steps below say").arg(preset.name)
                             : tr("Postback URL: paste in %1").arg(steps.join(u" › "_s)));
    m_steps->setText(numberedSteps(steps));
    for (QWidget *part : std::initializer_list<QWidget *>{m_where, m_urls, m_mapping})
        part->setVisible(isTold);
    m_steps->setVisible(isTold && isLong);
    for (QWidget *button : std::as_const(m_ofUrl))
        button->setVisible(isTold);
    m_postbacks->setText(isTold ? tr("Show its postbacks") : tr("Show its imported rows"));
}

void NetworkPanel::clear()
{
    m_card->setTitle(tr("Network"));
    m_test->hide();
    m_edit->hide();
    m_buttons->hide();
    m_stack->setCurrentIndex(0);
}

void NetworkPanel::showUrl()
{
    CopyField *url = m_urls->first();
    if (!url)
        return;
    m_scroll->ensureWidgetVisible(url);
    url->button()->setFocus(Qt::ShortcutFocusReason);
}

void NetworkPanel::fillMapping(const PanelSubject &subject)
{
    const QList<MappedField> fields = mappedFields(subject.preset, subject.newest);
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

void NetworkPanel::fillWords(const NetworkPreset &preset)
{
    const auto [lines, all] = statusWordLines(preset);
    m_words->setToolTip(all.join(u'\n'));
    m_words->setText(lines.join(u'\n'));
    m_words->setVisible(!lines.isEmpty());
}

void NetworkPanel::fillRules(const PanelSubject &subject, const Formats &formats)
{
    const QList<NetworkRule> rules = networkRules(subject, formats);
    if (rules == m_shownRules)
        return;
    m_shownRules = rules;
    m_rulesModel->clear();
    for (const auto &[rule, value] : rules)
        m_rulesModel->appendRow(
                {cell(rule, rule, false, true, false), cell(value, value, false, false, true)});
    fitColumns(m_rules, 1);
    fitHeightToRows(m_rules);
}

} // namespace Matchbook
