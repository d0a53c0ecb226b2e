// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetexample.h"

#include "effectivepreset.h"
#include "postbackfields.h"
#include "presetfiles.h"
#include "presetmembers.h"
#include "vocabulary/clickid.h"

#include <QJsonArray>

#include <algorithm>

namespace Matchbook {

namespace {

using Meaning = ExampleField::Meaning;

struct Pointed {
    const char *member;
    QString parameter;
};

QList<Pointed> listed(const PointedFields &pointed)
{
    return {{"clickId", pointed.clickId},   {"payout", pointed.payout},
            {"currency", pointed.currency}, {"transactionId", pointed.transactionId},
            {"status", pointed.status},     {"event", pointed.event},
            {"offer", pointed.offer}};
}

QString normal(const QString &parameter)
{
    return parameter.trimmed().toLower();
}

Meaning guessed(const ExampleField &field, QByteArrayView value, const NetworkPreset &generic)
{
    if (ClickId::parse(value.trimmed().toByteArray().toLower()))
        return Meaning::ClickId;
    const std::pair<Meaning, const QStringList &> lists[] = {
            {Meaning::Payout, generic.payoutFields},
            {Meaning::Currency, generic.currencyFields},
            {Meaning::TransactionId, generic.transactionFields},
            {Meaning::Status, generic.statusFields},
            {Meaning::Event, generic.eventFields},
            {Meaning::Offer, generic.offerFields},
    };
    for (const auto &[meaning, names] : lists) {
        if (names.contains(field.name, Qt::CaseInsensitive))
            return meaning;
    }
    return Meaning::Unknown;
}

Failure wrong(const QString &detail)
{
    return {Failure::Kind::BadInput, detail};
}

/// What cannot be right about \a pointed; nothing if all can be.
std::optional<Failure> contradiction(const PostbackFields &fields, const PointedFields &pointed,
                                     const QHash<QString, ConversionStatus> &words)
{
    if (pointed.clickId.isEmpty() && pointed.transactionId.isEmpty())
        return wrong(QStringLiteral("nothing is said to be the click ID or the transaction ID"));
    QStringList used;
    const auto all = listed(pointed);
    for (const Pointed &one : all) {
        const QString name = normal(one.parameter);
        if (name.isEmpty())
            continue;
        if (!fields.has(name))
            return wrong(QStringLiteral("the request has no parameter \"%1\"").arg(one.parameter));
        // Many networks say in one word what was sold and what became of it.
        const bool mayShare = qstrcmp(one.member, "event") == 0 && name == normal(pointed.status);
        if (used.contains(name) && !mayShare)
            return wrong(QStringLiteral("\"%1\" cannot mean two things").arg(one.parameter));
        used.append(name);
    }
    const auto statuses = fields.candidates({normal(pointed.status)});
    if (statuses.isEmpty() || pointed.statusLeftOpen)
        return std::nullopt;
    const QString word = QString::fromUtf8(statuses.first()->value).trimmed();
    if (!words.contains(normal(word)))
        return wrong(QStringLiteral("it is not said what the status \"%1\" means").arg(word));
    return std::nullopt;
}

QHash<QString, ConversionStatus> wordsOf(const PointedFields &pointed, const NetworkPreset &known)
{
    QHash<QString, ConversionStatus> words = known.statusWords;
    for (auto it = pointed.statusWords.cbegin(); it != pointed.statusWords.cend(); ++it)
        words.insert(normal(it.key()), *it);
    return words;
}

/// Every list is written, if need be empty: one that is missing would be inherited.
QJsonObject wordsJson(const QHash<QString, ConversionStatus> &words)
{
    QJsonObject json;
    for (const auto status :
         {ConversionStatus::Pending, ConversionStatus::Approved, ConversionStatus::Rejected,
          ConversionStatus::Refunded, ConversionStatus::ChargedBack, ConversionStatus::Test,
          ConversionStatus::Ignored})
        json.insert(QString(statusWord(status)), QJsonArray());
    QStringList sorted = words.keys();
    sorted.sort();
    for (const QString &word : std::as_const(sorted)) {
        const QString status = statusWord(words.value(word));
        QJsonArray list = json.value(status).toArray();
        list.append(word);
        json.insert(status, list);
    }
    return json;
}

QStringList namesOf(const NetworkPreset &known, const char *member)
{
    const std::pair<const char *, const QStringList &> lists[] = {
            {"clickId", known.clickIdFields},   {"payout", known.payoutFields},
            {"currency", known.currencyFields}, {"transactionId", known.transactionFields},
            {"status", known.statusFields},     {"event", known.eventFields},
            {"offer", known.offerFields},
    };
    for (const auto &[name, names] : lists) {
        if (qstrcmp(name, member) == 0)
            return names;
    }
    return {};
}

QJsonObject fieldsJson(const PostbackFields &request, const PointedFields &pointed,
                       const NetworkPreset &known)
{
    QJsonObject json;
    const auto all = listed(pointed);
    for (const Pointed &one : all) {
        QStringList names = namesOf(known, one.member);
        if (one.parameter.isEmpty())
            names.removeIf([&request](const QString &name) { return request.has(normal(name)); });
        else
            names = {normal(one.parameter)};
        json.insert(QLatin1StringView(one.member), QJsonArray::fromStringList(names));
    }
    return json;
}

/// What the new file stands on: a preset of the program's, or a copy of one of the person's own, which may be gone one day.
QJsonObject foundation(const QString &preset, const PresetCatalogue &catalogue)
{
    const QString id = catalogue.findOrGeneric(preset).id;
    if (!catalogue.isOwn(id))
        return {{QStringLiteral("extends"), id}};
    QJsonObject json = catalogue.wholeJson(id);
    for (const char *notInherited : {"$schema", "isPlatform", "forWhom", "notes"})
        json.remove(QLatin1StringView(notInherited));
    return json;
}

} // namespace

QList<ExampleField> exampleFields(const ReceivedRequest &request, const NetworkPreset &generic)
{
    QList<ExampleField> list;
    const PostbackFields fields(request);
    for (const PostbackFields::Field &field : fields.all()) {
        ExampleField example{displayText(field.name), displayText(field.value), Meaning::Unknown};
        const bool isKnown = std::any_of(list.begin(), list.end(), [&](const ExampleField &other) {
            return other.name == example.name;
        });
        if (isKnown || example.name.isEmpty())
            continue;
        example.guess = guessed(example, field.value, generic);
        list.append(example);
    }
    return list;
}

Expected<QJsonObject> learnedPreset(const ReceivedRequest &request, const QString &id, const QString &name,
                                    const PointedFields &pointed, const AffiliateNetwork &network,
                                    const PresetCatalogue &catalogue)
{
    if (!isPresetId(id))
        return unexpected(Failure::Kind::BadInput,
                          QStringLiteral("\"%1\" may hold only lower-case letters, digits, - and _").arg(id));
    if (name.trimmed().isEmpty())
        return unexpected(Failure::Kind::BadInput, QStringLiteral("the network needs a name"));
    const NetworkPreset known = effectivePreset(network, catalogue);
    const QHash<QString, ConversionStatus> words = wordsOf(pointed, known);
    const PostbackFields fields(request);
    if (const auto problem = contradiction(fields, pointed, words))
        return unexpected(*problem);
    QJsonObject json = foundation(network.preset, catalogue);
    json.insert(QStringLiteral("id"), id);
    json.insert(QStringLiteral("name"), name.trimmed());
    json.insert(QStringLiteral("fields"), fieldsJson(fields, pointed, known));
    json.insert(QStringLiteral("statusWords"), wordsJson(words));
    json.insert(QStringLiteral("defaultStatus"), QString(statusWord(pointed.defaultStatus)));
    json.insert(QStringLiteral("defaultEvent"), known.defaultEvent);
    json.insert(QStringLiteral("decimalMark"), QString(decimalMarkWord(pointed.decimalMark)));
    json.insert(QStringLiteral("confidence"), QStringLiteral("single"));
    json.insert(QStringLiteral("sources"), QJsonArray{QStringLiteral("learned from a request")});
    if (pointed.defaultCurrency)
        json.insert(QStringLiteral("defaultCurrency"), pointed.defaultCurrency->code());
    if (const auto preset = checkedPreset(json, catalogue); !preset)
        return unexpected(preset.error());
    return json;
}

} // namespace Matchbook
