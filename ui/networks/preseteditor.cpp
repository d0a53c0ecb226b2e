// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preseteditor.h"

#include "forms/amountedit.h"
#include "networks/mappingform.h"
#include "networks/networkwords.h"
#include "networks/queryproblem.h"
#include "theme.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

/// The member of a preset's `fields` that names a meaning's parameters.
QString fieldMember(FieldMeaning meaning)
{
    switch (meaning) {
    case FieldMeaning::ClickId:
        return u"clickId"_s;
    case FieldMeaning::Payout:
        return u"payout"_s;
    case FieldMeaning::Currency:
        return u"currency"_s;
    case FieldMeaning::TransactionId:
        return u"transactionId"_s;
    case FieldMeaning::Status:
        return u"status"_s;
    case FieldMeaning::Event:
        return u"event"_s;
    }
    return {};
}

/// Everything that \a preset says, as a mapping over a preset that says nothing.
NetworkMapping wholeMapping(const NetworkPreset &preset)
{
    NetworkMapping mapping;
    const auto meanings = allMeanings();
    for (const FieldMeaning meaning : meanings)
        mapping.fields.insert(meaning, fieldsOf(preset, meaning));
    for (auto word = preset.statusWords.cbegin(); word != preset.statusWords.cend(); ++word)
        mapping.statusWords.insert(word.key(), *word);
    mapping.defaultEvent = preset.defaultEvent;
    return mapping;
}

// Every list is written, if need be empty: one that is missing would be inherited again.
QJsonObject fieldsJson(QJsonObject fields, const NetworkMapping &mapping)
{
    const auto meanings = allMeanings();
    for (const FieldMeaning meaning : meanings)
        fields.insert(fieldMember(meaning), QJsonArray::fromStringList(mapping.fields.value(meaning)));
    return fields;
}

QJsonObject wordsJson(const NetworkMapping &mapping)
{
    QJsonObject json;
    for (const auto status :
         {ConversionStatus::Pending, ConversionStatus::Approved, ConversionStatus::Rejected,
          ConversionStatus::Refunded, ConversionStatus::ChargedBack, ConversionStatus::Test,
          ConversionStatus::Ignored})
        json.insert(QString(statusWord(status)), QJsonArray());
    for (auto word = mapping.statusWords.cbegin(); word != mapping.statusWords.cend(); ++word) {
        const QString status = statusWord(*word);
        QJsonArray list = json.value(status).toArray();
        list.append(word.key());
        json.insert(status, list);
    }
    return json;
}

/// \a isInherited: what is missing would come from another preset, so nothing is written as nothing.
void setText(QJsonObject &json, const QString &member, const QString &text, bool isInherited)
{
    if (text.isEmpty() && !isInherited)
        json.remove(member);
    else
        json.insert(member, text);
}

} // namespace

PresetEditor::PresetEditor(const QJsonObject &json, const PresetCatalogue &presets, const QString &ownFolder,
                           ExistingFile existing, QWidget *parent)
    : FormDialog(existing == ExistingFile::Keep ? tr("New preset") : tr("Edit preset"), tr("Save preset"),
                 parent),
      m_json(json), m_presets(presets), m_ownFolder(ownFolder), m_existing(existing)
{
    setObjectName("presetEditor"_L1);
    setMinimumWidth(760);
    const auto preset = checkedPreset(json, presets);
    build(preset ? *preset : NetworkPreset());
    recheck();
}

void PresetEditor::build(const NetworkPreset &preset)
{
    const auto line = [this](const char *name, const QString &text) {
        auto *edit = new QLineEdit(text, this);
        edit->setObjectName(QLatin1StringView(name));
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { edited(edit); });
        return edit;
    };
    m_name = line("presetName", preset.name);
    addField(tr("&Name"), m_name);
    m_subId = line("presetSubId", preset.subIdParameter);
    addField(tr("Sub ID pa&rameter"), m_subId);
    m_parameters = line("presetParameters", preset.postbackParameters);
    m_parameters->setFont(monospacedFont(font()));
    m_parameters->setCursorPosition(0);
    addField(tr("&Behind the postback URL"), m_parameters);
    m_currency = new CurrencyCombo(this);
    m_currency->setObjectName("presetCurrency"_L1);
    m_currency->setCurrency(preset.defaultCurrency);
    addField(tr("&Currency"), m_currency);
    connect(m_currency, &QComboBox::currentTextChanged, this, [this] { edited(m_currency); });
    m_decimal = new QComboBox(this);
    for (const DecimalMark mark : {DecimalMark::Auto, DecimalMark::Point, DecimalMark::Comma})
        m_decimal->addItem(decimalMarkText(mark), QString(decimalMarkWord(mark)));
    m_decimal->setCurrentIndex(m_decimal->findData(QString(decimalMarkWord(preset.decimalMark))));
    addField(tr("&Decimal mark"), m_decimal);
    m_repeats = new QComboBox(this);
    for (const RepeatPolicy policy :
         {RepeatPolicy::Update, RepeatPolicy::Ignore, RepeatPolicy::CountEveryHit, RepeatPolicy::AddAmounts})
        m_repeats->addItem(repeatPolicyText(policy), QString(repeatPolicyWord(policy)));
    m_repeats->setCurrentIndex(m_repeats->findData(QString(repeatPolicyWord(preset.repeatPolicy))));
    addField(tr("Re&peats"), m_repeats);
    m_mapping = new MappingForm(NetworkPreset(), wholeMapping(preset), this);
    addWide(m_mapping);
    connect(m_mapping, &MappingForm::edited, this, [this] {
        edited(m_mapping);
        edited(m_parameters);
    });
}

void PresetEditor::check()
{
    setProblem(m_name, m_name->text().trimmed().isEmpty() ? tr("Give the preset a name.") : QString());
    setProblem(m_currency,
               m_currency->currency().isValid() ? QString() : tr("Choose a currency, such as EUR."));
    const NetworkMapping mapping = m_mapping->mapping();
    setProblem(m_mapping,
               mapping.fields.contains(FieldMeaning::ClickId)
                       ? otherUrlsProblem(mapping)
                       : tr("Name the parameter of the click ID: without it no sale finds its click."));
    const QString query = m_parameters->text().trimmed();
    setProblem(m_parameters, queryProblem(query, mapping.fields.value(FieldMeaning::ClickId)));
    const QString remark = queryRemark(query, mapping.fields.value(FieldMeaning::Payout));
    setHelp(m_parameters,
            remark.isEmpty() ? tr("What the network shall send, with its own macros: cid=#s2#&payout=#price#")
                             : remark);
}

// Only the first URL can be edited here, but the mapping holds for all of them.
QString PresetEditor::otherUrlsProblem(const NetworkMapping &mapping) const
{
    const QJsonArray templates = m_json.value(u"postback"_s).toObject().value(u"templates"_s).toArray();
    for (qsizetype i = 1; i < templates.size(); ++i) {
        const QString query = templates.at(i).toObject().value(u"parameters"_s).toString();
        const QStringList names = mapping.fields.value(FieldMeaning::ClickId);
        if (!queryProblem(query, names).isEmpty())
            return tr("Another postback URL of this preset does not send %1=, from which the click ID is read: %2")
                    .arg(names.constFirst(), query);
    }
    return {};
}

QJsonObject PresetEditor::json() const
{
    QJsonObject json = m_json;
    const bool inherits = json.contains(u"extends"_s);
    const NetworkMapping mapping = m_mapping->mapping();
    json.insert(u"name"_s, m_name->text().trimmed());
    QJsonObject link = json.value(u"offerLink"_s).toObject();
    setText(link, u"subIdParameter"_s, m_subId->text().trimmed(), inherits);
    if (!link.isEmpty())
        json.insert(u"offerLink"_s, link);
    QJsonObject postback = json.value(u"postback"_s).toObject();
    QJsonArray templates = postback.value(u"templates"_s).toArray();
    QJsonObject first = templates.isEmpty() ? QJsonObject() : templates.first().toObject();
    setText(first, u"parameters"_s, m_parameters->text().trimmed(), false);
    if (!templates.isEmpty())
        templates.removeFirst();
    if (first.contains(u"parameters"_s))
        templates.prepend(first);
    postback.remove(u"templates"_s);
    if (!templates.isEmpty() || inherits)
        postback.insert(u"templates"_s, templates);
    if (!postback.isEmpty())
        json.insert(u"postback"_s, postback);
    json.insert(u"fields"_s, fieldsJson(json.value(u"fields"_s).toObject(), mapping));
    json.insert(u"statusWords"_s, wordsJson(mapping));
    const QString event = mapping.defaultEvent;
    json.insert(u"defaultEvent"_s, event.isEmpty() ? NetworkPreset().defaultEvent : event);
    json.insert(u"defaultCurrency"_s, m_currency->currency().code());
    json.insert(u"decimalMark"_s, m_decimal->currentData().toString());
    json.insert(u"repeatPolicy"_s, m_repeats->currentData().toString());
    return json;
}

void PresetEditor::save(const Saved &done)
{
    const auto saved = savePreset(json(), m_presets, m_ownFolder, m_existing);
    const std::optional<Failure> failure = saved ? std::nullopt : std::optional(saved.error());
    QTimer::singleShot(0, this, [done, failure] { done(failure); });
}

} // namespace Matchbook
