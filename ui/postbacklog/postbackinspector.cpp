// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbackinspector.h"

#include "journey/journeysteps.h"
#include "matching/diagnosis.h"
#include "postbacklog/arrivedfields.h"
#include "postbacklog/possibleactions.h"
#include "postbacklog/repairbox.h"
#include "text/readablerequest.h"
#include "text/statuswords.h"
#include "theme.h"
#include "widgets/card.h"
#include "widgets/codeview.h"
#include "widgets/copyfield.h"
#include "widgets/flowlayout.h"
#include "widgets/rowdelegate.h"
#include "widgets/statuspill.h"
#include "widgets/tablesetup.h"
#include "widgets/tonedlabel.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

QString headline(const PostbackRow &postback)
{
    const QString reason = shortReason(postback.outcome, postback.cause, postback.causeDetail);
    if (!reason.isEmpty())
        return reason.first(1).toUpper() % reason.mid(1);
    return postback.network.isEmpty()
            ? outcomeText(postback.outcome)
            : PostbackInspector::tr("%1's postback was matched").arg(postback.network);
}

QStandardItem *cell(const QString &text, bool monospaced, Tone tone, bool toned)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setToolTip(text);
    item->setData(monospaced, MonospacedRole);
    if (toned)
        item->setData(int(tone), ToneRole);
    return item;
}

} // namespace

PostbackInspector::PostbackInspector(QWidget *parent) : QWidget(parent), m_card(new Card({}, this))
{
    setObjectName("postbackInspector"_L1);
    setAccessibleName(tr("The selected request"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_stack = new QStackedWidget(this);
    auto *nothing = new QWidget(this);
    auto *nothingColumn = new QVBoxLayout(nothing);
    nothingColumn->setContentsMargins(0, 0, 0, 0);
    m_hint = new TonedLabel({}, Tone::Grey, nothing);
    nothingColumn->addWidget(m_hint);
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
}

QWidget *PostbackInspector::buildBody()
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(8);
    m_pill = new StatusPill({}, Tone::Grey, body);
    column->addWidget(m_pill, 0, Qt::AlignLeft);
    m_headline = new QLabel(body);
    m_headline->setObjectName("headline"_L1);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_headline->setFont(scaledFont(font(), 1.15, QFont::Bold));
    column->addWidget(m_headline);
    m_sentence = new TonedLabel({}, Tone::Grey, body);
    m_sentence->setObjectName("sentence"_L1);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_sentence);
    m_toConversion = new QPushButton(tr("Show the conversion"), body);
    m_toConversion->setObjectName("toConversion"_L1);
    setButtonKind(m_toConversion, "link");
    column->addWidget(m_toConversion, 0, Qt::AlignLeft);
    m_repairs = new RepairBox(body);
    column->addWidget(m_repairs);
    column->addSpacing(4);
    m_fieldsTitle = new TonedLabel(tr("What arrived"), Tone::Grey, body);
    column->addWidget(m_fieldsTitle);
    m_fieldModel = new QStandardItemModel(0, 3, this);
    m_fields = new QTableView(body);
    m_fields->setObjectName("arrivedFields"_L1);
    m_fields->setAccessibleName(tr("What arrived"));
    m_fields->setModel(m_fieldModel);
    dressTable(m_fields, u"arrived_fields"_s);
    m_fields->horizontalHeader()->hide();
    column->addWidget(m_fields);
    m_json = new CodeView(tr("The notification, member by member"), 4, 18, body);
    m_json->setObjectName("arrivedJson"_L1);
    column->addWidget(m_json);
    column->addSpacing(4);
    m_sender = new TonedLabel({}, Tone::Grey, body);
    m_sender->setTextFormat(Qt::PlainText);
    column->addWidget(m_sender);
    m_raw = new CopyField(tr("Raw request"), body);
    m_raw->setObjectName("rawRequest"_L1);
    column->addWidget(m_raw);
    addActions(column, body);
    column->addStretch(1);
    connect(m_toConversion, &QPushButton::clicked, this, [this] { Q_EMIT conversionAsked(m_conversion); });
    return body;
}

void PostbackInspector::addActions(QBoxLayout *column, QWidget *body)
{
    auto *row = new FlowLayout(nullptr, Qt::LeftEdge);
    row->setSpacing(8);
    m_replay = new QPushButton(tr("Replay"), body);
    m_replay->setObjectName("replay"_L1);
    m_replay->setToolTip(tr("Read the request again as the network is set up today"));
    auto *save = new QPushButton(tr("Save as test case…"), body);
    save->setObjectName("saveCase"_L1);
    save->setToolTip(
            tr("Writes the request and what became of it into a folder, without keys and personal values"));
    row->addWidget(m_replay);
    row->addWidget(save);
    column->addSpacing(4);
    column->addLayout(row);
    connect(m_replay, &QPushButton::clicked, this, &PostbackInspector::replayAsked);
    connect(save, &QPushButton::clicked, this, &PostbackInspector::saveCaseAsked);
}

void PostbackInspector::setPostback(const PostbackRow &postback, const NetworkPreset *preset,
                                    const Formats &formats)
{
    if (m_shown != postback.id)
        m_scroll->verticalScrollBar()->setValue(0);
    m_shown = postback.id;
    m_stack->setCurrentIndex(1);
    m_conversion = postback.conversion;
    m_card->setTitle(tr("Request %1").arg(formats.count(postback.id.value)));
    m_card->setNote(formats.dateAndTime(postback.time));
    m_pill->setPill(outcomeText(postback), outcomeTone(postback));
    m_headline->setText(headline(postback));
    const QString sentence
            = explanation(postback.outcome, postback.cause, postback.causeDetail, postback.match,
                          preset ? channelOf(*preset) : channelOf(postback.signature, postback.body));
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_toConversion->setVisible(postback.conversion.isValid());
    m_replay->setVisible(possibleActions(postback).replay);
    fillFields(postback, preset);
    m_sender->setText(postback.sender.isEmpty() ? tr("Raw request")
                                                : tr("Raw request from %1").arg(postback.sender));
    const QString raw = rawRequestText(postback);
    if (m_raw->text() != raw)
        m_raw->setText(raw);
}

void PostbackInspector::clear(const QString &hint)
{
    m_shown = {};
    m_card->setTitle(tr("Request"));
    m_card->setNote({});
    m_hint->setText(hint);
    m_stack->setCurrentIndex(0);
}

void PostbackInspector::fillFields(const PostbackRow &postback, const NetworkPreset *preset)
{
    const QList<ArrivedField> fields = arrivedFields(postback, preset);
    m_fieldModel->removeRows(0, m_fieldModel->rowCount());
    for (const ArrivedField &field : fields) {
        const QString meaning = field.meaning.isEmpty() ? tr("not read") : field.meaning;
        m_fieldModel->appendRow({cell(field.name, true, Tone::Grey, false),
                                 cell(field.value, true, Tone::Amber, !field.understood),
                                 cell(meaning, false, field.understood ? Tone::Grey : Tone::Amber, true)});
    }
    m_fieldsTitle->setText(fields.isEmpty() ? tr("Nothing arrived: the request had no parameters")
                                            : tr("What arrived"));
    m_fields->setVisible(!fields.isEmpty());
    m_json->setVisible(looksLikeJson(postback.body));
    m_json->setText(m_json->isHidden() ? QString() : readableRequest({}, postback.body));
    fitColumns(m_fields, 1);
    fitHeightToRows(m_fields, 40);
}

} // namespace Matchbook
