// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mappingform.h"

#include "networks/networkwords.h"
#include "text/statuswords.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

QComboBox *statusCombo(QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    for (const ConversionStatus status :
         {ConversionStatus::Approved, ConversionStatus::Pending, ConversionStatus::Rejected,
          ConversionStatus::Refunded, ConversionStatus::ChargedBack, ConversionStatus::Ignored,
          ConversionStatus::Test})
        combo->addItem(statusText(status), int(status));
    return combo;
}

} // namespace

QList<FieldMeaning> allMeanings()
{
    return {FieldMeaning::ClickId,       FieldMeaning::Payout, FieldMeaning::Currency,
            FieldMeaning::TransactionId, FieldMeaning::Status, FieldMeaning::Event};
}

QString meaningText(FieldMeaning meaning)
{
    switch (meaning) {
    case FieldMeaning::ClickId:
        return MappingForm::tr("Click ID");
    case FieldMeaning::Payout:
        return MappingForm::tr("Payout");
    case FieldMeaning::Currency:
        return MappingForm::tr("Currency");
    case FieldMeaning::TransactionId:
        return MappingForm::tr("Transaction ID");
    case FieldMeaning::Status:
        return MappingForm::tr("Status");
    case FieldMeaning::Event:
        return MappingForm::tr("Event");
    }
    return {};
}

MappingForm::MappingForm(const NetworkPreset &preset, const NetworkMapping &mapping, QWidget *parent)
    : QWidget(parent), m_preset(preset), m_mapping(mapping)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(20);
    row->addWidget(buildFields(), 1);
    row->addWidget(buildWords(), 1);
}

QWidget *MappingForm::buildFields()
{
    auto *box = new QWidget(this);
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto line = [this, box, form](const QString &name, const QString &title, const QString &text,
                                        const QString &otherwise) {
        auto *edit = new QLineEdit(text, box);
        edit->setObjectName(name);
        edit->setAccessibleName(title);
        edit->setPlaceholderText(otherwise);
        edit->setToolTip(tr("Parameter names, separated by commas. The first that is there counts."));
        form->addRow(title, edit);
        connect(edit, &QLineEdit::textEdited, this, &MappingForm::edited);
        return edit;
    };
    const QList<FieldMeaning> meanings = allMeanings();
    for (const FieldMeaning meaning : meanings)
        m_fields[meaning] = line(u"field_"_s + meaningWord(meaning), meaningText(meaning),
                                 m_mapping.fields.value(meaning).join(u", "_s),
                                 fieldsOf(m_preset, meaning).join(u", "_s));
    m_defaultEvent = line(u"defaultEvent"_s, tr("Event when none is sent"), m_mapping.defaultEvent,
                          m_preset.defaultEvent);
    m_defaultEvent->setToolTip({});
    return box;
}

QWidget *MappingForm::buildWords()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    m_words = new QTableWidget(0, 2, box);
    m_words->setObjectName("words"_L1);
    m_words->setAccessibleName(tr("Status words"));
    m_words->setHorizontalHeaderLabels({tr("Status word"), tr("Means")});
    m_words->verticalHeader()->hide();
    m_words->setShowGrid(false);
    m_words->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_words->setSelectionMode(QAbstractItemView::NoSelection);
    m_words->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_words->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_words->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_words->setMinimumHeight(150);
    QMap<QString, ConversionStatus> words;
    for (auto word = m_preset.statusWords.cbegin(); word != m_preset.statusWords.cend(); ++word)
        words.insert(word.key(), *word);
    words.insert(m_mapping.statusWords);
    for (auto word = words.cbegin(); word != words.cend(); ++word)
        addRow(word.key(), *word);
    column->addWidget(m_words, 1);
    auto *row = new QHBoxLayout;
    m_newWord = new QLineEdit(box);
    m_newWord->setObjectName("newWord"_L1);
    m_newWord->setPlaceholderText(tr("Another word"));
    m_newWord->setAccessibleName(tr("Another status word"));
    m_newStatus = statusCombo(box);
    m_newStatus->setObjectName("newStatus"_L1);
    m_newStatus->setAccessibleName(tr("What the word means"));
    auto *add = new QPushButton(tr("&Add word"), box);
    add->setObjectName("addWord"_L1);
    add->setAutoDefault(false);
    row->addWidget(m_newWord, 1);
    row->addWidget(m_newStatus);
    row->addWidget(add);
    column->addLayout(row);
    connect(add, &QPushButton::clicked, this, &MappingForm::addWord);
    return box;
}

void MappingForm::addRow(const QString &word, ConversionStatus status)
{
    const int row = m_words->rowCount();
    m_words->insertRow(row);
    m_words->setItem(row, 0, new QTableWidgetItem(word));
    QComboBox *combo = statusCombo(m_words);
    combo->setAccessibleName(tr("What “%1” means").arg(word));
    combo->setCurrentIndex(combo->findData(int(status)));
    m_words->setCellWidget(row, 1, combo);
    m_words->setRowHeight(row, combo->sizeHint().height() + 2);
    connect(combo, &QComboBox::currentIndexChanged, this, &MappingForm::edited);
}

void MappingForm::addWord()
{
    const QString word = m_newWord->text().trimmed().toLower();
    if (word.isEmpty())
        return m_newWord->setFocus();
    const QList<QTableWidgetItem *> there = m_words->findItems(word, Qt::MatchFixedString);
    if (there.isEmpty()) {
        addRow(word, ConversionStatus(m_newStatus->currentData().toInt()));
        m_words->scrollToBottom();
    } else if (auto *combo = qobject_cast<QComboBox *>(m_words->cellWidget(there.first()->row(), 1))) {
        combo->setCurrentIndex(m_newStatus->currentIndex());
        m_words->scrollToItem(there.first());
    }
    m_newWord->clear();
    Q_EMIT edited();
}

NetworkMapping MappingForm::mapping() const
{
    NetworkMapping mapping;
    mapping.url = m_mapping.url;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const QStringList names = wordsOfList((*field)->text());
        if (!names.isEmpty() && names != fieldsOf(m_preset, field.key()))
            mapping.fields.insert(field.key(), names);
    }
    for (int row = 0; row < m_words->rowCount(); ++row) {
        const auto *combo = qobject_cast<QComboBox *>(m_words->cellWidget(row, 1));
        const QString word = m_words->item(row, 0)->text();
        const auto status = ConversionStatus(combo->currentData().toInt());
        const auto own = m_preset.statusWords.constFind(word);
        if (own == m_preset.statusWords.constEnd() || *own != status)
            mapping.statusWords.insert(word, status);
    }
    const QString event = m_defaultEvent->text().trimmed().toLower();
    if (event != m_preset.defaultEvent)
        mapping.defaultEvent = event;
    return mapping;
}

} // namespace Matchbook
