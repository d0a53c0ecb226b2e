// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkpreset.h"

#include "presetfactsreading.h"
#include "presetmembernames.h"
#include "presetmembers.h"

#include <QTimeZone>

#include <utility>

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
            {QStringLiteral("offer"), &NetworkPreset::offerFields},
    };
    const QString name = QStringLiteral("fields");
    members.within(name, [&](PresetMembers &fields) {
        for (const auto &[meaning, list] : lists)
            preset.*list = fields.texts(meaning);
        fields.rejectOthersThan(NetworkPresetMembers::fields());
    });
    const bool joinsNothing = preset.clickIdFields.isEmpty() && preset.transactionFields.isEmpty();
    if (preset.kind == PresetKind::Postback && joinsNothing)
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
    preset.currencyKnown = members.has(currency);
    const auto code = Currency::fromCode(members.text(currency, QStringLiteral("USD")));
    if (!code)
        members.reject(currency, QStringLiteral("is not a currency code"));
    preset.defaultCurrency = code.value_or(Currency::usd());

    const QString mark = QStringLiteral("decimalMark");
    const auto decimal = decimalMarkFromWord(members.text(mark, QStringLiteral("auto")));
    if (!decimal)
        members.reject(mark, QStringLiteral("must be auto, point or comma"));
    preset.decimalMark = decimal.value_or(DecimalMark::Auto);

    const QString amountUnit = QStringLiteral("amountUnit");
    const auto unit = amountUnitFromWord(members.text(amountUnit, QStringLiteral("whole")));
    if (!unit)
        members.reject(amountUnit, QStringLiteral("must be whole, cents or cents_without_mark"));
    preset.amountUnit = unit.value_or(AmountUnit::Whole);

    const QString policy = QStringLiteral("repeatPolicy");
    const auto repeats = repeatPolicyFromWord(members.text(policy, QStringLiteral("update")));
    if (!repeats)
        members.reject(policy, QStringLiteral("must be update, ignore, count_every_hit or add_amounts"));
    preset.repeatPolicy = repeats.value_or(RepeatPolicy::Update);

    const QString zone = QStringLiteral("reportZone");
    preset.reportZone = members.text(zone);
    if (!preset.reportZone.isEmpty() && !QTimeZone(preset.reportZone.toLatin1()).isValid())
        members.reject(zone, QStringLiteral("is not a time zone"));

    preset.defaultEvent = members.text(QStringLiteral("defaultEvent"), preset.defaultEvent).toLower();
    if (preset.defaultEvent.isEmpty())
        members.reject(QStringLiteral("defaultEvent"), QStringLiteral("must not be empty"));
}

void readKind(PresetMembers &members, NetworkPreset &preset)
{
    const QString name = QStringLiteral("kind");
    const auto kind = presetKindFromWord(members.text(name, QStringLiteral("postback")));
    if (!kind)
        members.reject(name, QStringLiteral("must be postback, native, report or closed"));
    preset.kind = kind.value_or(PresetKind::Postback);
    const QString advice = QStringLiteral("advice");
    preset.advice = members.text(advice);
    if (isReceived(preset.kind) != preset.advice.isEmpty())
        members.reject(advice, QStringLiteral("belongs to the kinds report and closed"));
    const QString protocol = QStringLiteral("protocol");
    preset.protocol = members.text(protocol);
    if (preset.kind == PresetKind::Native && preset.protocol.isEmpty())
        members.reject(protocol, QStringLiteral("is missing: kind native needs it"));
    if (!isReceived(preset.kind) && !preset.protocol.isEmpty())
        members.reject(protocol, QStringLiteral("belongs to the kinds native and postback"));
}

void readPostbackPart(PresetMembers &members, NetworkPreset &preset)
{
    preset.postback = readPostbackFacts(members);
    if (preset.postback.templates.isEmpty())
        return;
    preset.postbackParameters = preset.postback.templates.first().parameters;
    if (preset.kind != PresetKind::Postback)
        members.reject(QStringLiteral("postback"),
                       QStringLiteral("may have templates for kind postback only"));
}

} // namespace

const QStringList &fieldsOf(const NetworkPreset &preset, FieldMeaning meaning)
{
    switch (meaning) {
    case FieldMeaning::ClickId:
        return preset.clickIdFields;
    case FieldMeaning::Payout:
        return preset.payoutFields;
    case FieldMeaning::Currency:
        return preset.currencyFields;
    case FieldMeaning::TransactionId:
        return preset.transactionFields;
    case FieldMeaning::Status:
        return preset.statusFields;
    case FieldMeaning::Event:
        break;
    }
    return preset.eventFields;
}

QStringList &fieldsOf(NetworkPreset &preset, FieldMeaning meaning)
{
    return const_cast<QStringList &>(fieldsOf(std::as_const(preset), meaning));
}

Expected<NetworkPreset> presetFromJson(const QJsonObject &json)
{
    PresetMembers members(json);
    NetworkPreset preset;
    preset.id = members.requiredText(QStringLiteral("id"));
    if (!isPresetId(preset.id))
        members.reject(QStringLiteral("id"),
                       QStringLiteral("may hold only lower-case letters, digits, - and _"));
    preset.name = members.requiredText(QStringLiteral("name"));
    // Lists read it from the file itself, see presetaudience.h; here it only has to be a text.
    members.text(QStringLiteral("forWhom"));
    preset.extends = members.text(QStringLiteral("extends"));
    preset.platform = members.text(QStringLiteral("platform"));
    preset.isPlatform = members.flag(QStringLiteral("isPlatform")).value_or(false);
    readKind(members, preset);
    preset.offerLink = readOfferLink(members, preset.subIdParameter);
    readPostbackPart(members, preset);
    readFields(members, preset);
    readStatusWords(members, preset);
    readDefaults(members, preset);
    PresetProvenance provenance = readProvenance(members, NetworkPresetMembers::whole());
    preset.confidence = provenance.confidence;
    preset.unverified = provenance.unverified;
    preset.sources = provenance.sources;
    preset.checked = provenance.checked;
    members.rejectOthersThan(NetworkPresetMembers::whole());
    if (members.isWrong())
        return members.failure();
    return preset;
}

} // namespace Matchbook
