// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkpreset.h"

#include "presetmembers.h"

#include <QJsonArray>

namespace Matchbook {

namespace {

using FieldList = QStringList NetworkPreset::*;

void readFields(PresetMembers &members, NetworkPreset &preset)
{
    const std::pair<QString, FieldList> lists[] = {
            {QStringLiteral("clickId"), &NetworkPreset::clickIdFields},
            {QStringLiteral("payout"), &NetworkPreset::payoutFields},
            {QStringLiteral("currency"), &NetworkPreset::currencyFields},
            {QStringLiteral("transactionId"), &NetworkPreset::transactionFields},
            {QStringLiteral("status"), &NetworkPreset::statusFields},
            {QStringLiteral("event"), &NetworkPreset::eventFields},
    };
    const QString name = QStringLiteral("fields");
    PresetMembers fields(members.object(name));
    QStringList known;
    for (const auto &[meaning, list] : lists) {
        preset.*list = fields.texts(meaning);
        known.append(meaning);
    }
    fields.rejectOthersThan(known);
    if (fields.isWrong())
        members.reject(name, fields.failure().failure.detail);
    else if (preset.clickIdFields.isEmpty() && preset.transactionFields.isEmpty())
        members.reject(name, QStringLiteral("must name where the click ID or the transaction ID is"));
}

void readStatusWords(PresetMembers &members, NetworkPreset &preset)
{
    const QString name = QStringLiteral("statusWords");
    const QJsonObject groups = members.object(name);
    PresetMembers lists(groups);
    const QStringList statuses = groups.keys();
    for (const QString &status : statuses) {
        const auto meaning = statusFromWord(status);
        if (!meaning) {
            members.reject(name, QStringLiteral("knows no status \"%1\"").arg(status));
            continue;
        }
        const QStringList words = lists.texts(status);
        for (const QString &word : words) {
            const QString lower = word.trimmed().toLower();
            if (preset.statusWords.contains(lower))
                members.reject(name, QStringLiteral("has \"%1\" twice").arg(lower));
            preset.statusWords.insert(lower, *meaning);
        }
    }
    if (lists.isWrong())
        members.reject(name, lists.failure().failure.detail);
}

void readDefaults(PresetMembers &members, NetworkPreset &preset)
{
    const QString status = QStringLiteral("defaultStatus");
    const auto meaning = statusFromWord(members.text(status, QStringLiteral("approved")));
    if (!meaning)
        members.reject(status, QStringLiteral("is not a status"));
    preset.defaultStatus = meaning.value_or(ConversionStatus::Approved);

    const QString currency = QStringLiteral("defaultCurrency");
    const auto code = Currency::fromCode(members.text(currency, QStringLiteral("USD")));
    if (!code)
        members.reject(currency, QStringLiteral("is not a currency code"));
    preset.defaultCurrency = code.value_or(Currency::usd());

    const QString mark = QStringLiteral("decimalMark");
    const auto decimal = decimalMarkFromWord(members.text(mark, QStringLiteral("auto")));
    if (!decimal)
        members.reject(mark, QStringLiteral("must be auto, point or comma"));
    preset.decimalMark = decimal.value_or(DecimalMark::Auto);

    preset.defaultEvent = members.text(QStringLiteral("defaultEvent"), preset.defaultEvent).toLower();
    if (preset.defaultEvent.isEmpty())
        members.reject(QStringLiteral("defaultEvent"), QStringLiteral("must not be empty"));
}

} // namespace

Expected<NetworkPreset> presetFromJson(const QJsonObject &json)
{
    PresetMembers members(json);
    NetworkPreset preset;
    preset.id = members.requiredText(QStringLiteral("id"));
    if (!isPresetId(preset.id))
        members.reject(QStringLiteral("id"),
                       QStringLiteral("may hold only lower-case letters, digits, - and _"));
    preset.name = members.requiredText(QStringLiteral("name"));
    preset.subIdParameter = members.text(QStringLiteral("subIdParameter"));
    preset.postbackParameters = members.text(QStringLiteral("postbackParameters"));
    readFields(members, preset);
    readStatusWords(members, preset);
    readDefaults(members, preset);

    const QString confidence = QStringLiteral("confidence");
    const QStringList degrees{QStringLiteral("confirmed"), QStringLiteral("single"),
                              QStringLiteral("unsure")};
    preset.confidence = members.text(confidence, QStringLiteral("unsure"));
    if (!degrees.contains(preset.confidence))
        members.reject(confidence, QStringLiteral("must be confirmed, single or unsure"));

    members.rejectOthersThan({QStringLiteral("$schema"), QStringLiteral("id"), QStringLiteral("name"),
                              QStringLiteral("subIdParameter"), QStringLiteral("postbackParameters"),
                              QStringLiteral("fields"), QStringLiteral("statusWords"),
                              QStringLiteral("defaultStatus"), QStringLiteral("defaultEvent"),
                              QStringLiteral("defaultCurrency"), QStringLiteral("decimalMark"), confidence,
                              QStringLiteral("notes")});
    if (members.isWrong())
        return members.failure();
    return preset;
}

} // namespace Matchbook
