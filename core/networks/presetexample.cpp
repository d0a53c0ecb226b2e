// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetexample.h"

#include "postbackfields.h"
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
std::optional<Failure> contradiction(const PostbackFields &fields, const PointedFields &pointed)
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
    if (statuses.isEmpty())
        return std::nullopt;
    const QString word = QString::fromUtf8(statuses.first()->value).trimmed();
    const QStringList words = pointed.statusWords.keys();
    if (!words.contains(word, Qt::CaseInsensitive))
        return wrong(QStringLiteral("it is not said what the status \"%1\" means").arg(word));
    return std::nullopt;
}

QJsonObject wordsJson(const QHash<QString, ConversionStatus> &words)
{
    QJsonObject json;
    QStringList sorted = words.keys();
    sorted.sort();
    for (const QString &word : std::as_const(sorted)) {
        const QString status = statusWord(words.value(word));
        QJsonArray list = json.value(status).toArray();
        list.append(word.trimmed().toLower());
        json.insert(status, list);
    }
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
                                    const PointedFields &pointed)
{
    if (!isPresetId(id))
        return unexpected(Failure::Kind::BadInput,
                          QStringLiteral("\"%1\" may hold only lower-case letters, digits, - and _").arg(id));
    if (name.trimmed().isEmpty())
        return unexpected(Failure::Kind::BadInput, QStringLiteral("the network needs a name"));
    if (const auto problem = contradiction(PostbackFields(request), pointed))
        return unexpected(*problem);
    QJsonObject fields;
    const auto all = listed(pointed);
    for (const Pointed &one : all) {
        if (!one.parameter.isEmpty())
            fields.insert(QLatin1StringView(one.member), QJsonArray{normal(one.parameter)});
    }
    QJsonObject json{{QStringLiteral("id"), id},
                     {QStringLiteral("name"), name.trimmed()},
                     {QStringLiteral("fields"), fields},
                     {QStringLiteral("defaultStatus"), QString(statusWord(pointed.defaultStatus))},
                     {QStringLiteral("decimalMark"), QString(decimalMarkWord(pointed.decimalMark))},
                     {QStringLiteral("confidence"), QStringLiteral("single")},
                     {QStringLiteral("sources"), QJsonArray{QStringLiteral("learned from a request")}}};
    if (!pointed.statusWords.isEmpty())
        json.insert(QStringLiteral("statusWords"), wordsJson(pointed.statusWords));
    if (pointed.defaultCurrency)
        json.insert(QStringLiteral("defaultCurrency"), pointed.defaultCurrency->code());
    if (const auto preset = presetFromJson(json); !preset)
        return unexpected(preset.error());
    return json;
}

} // namespace Matchbook
