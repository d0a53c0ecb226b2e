// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personalfields.h"

#include "digests.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr int deepest = 8;
constexpr qsizetype longestName = 200;
/// As decodeForm() has by default: what is left out cannot be looked through.
constexpr int mostFields = 256;

enum class Meaning { Harmless, Personal, Email, Phone, Query, Secret };

bool isCalled(QByteArrayView name, QByteArrayView pattern)
{
    const bool anyBefore = pattern.startsWith('*');
    const bool anyAfter = pattern.size() > 1 && pattern.endsWith('*');
    const QByteArrayView text = pattern.sliced(anyBefore ? 1 : 0).chopped(anyAfter ? 1 : 0);
    if (anyBefore && anyAfter)
        return name.contains(text);
    if (anyBefore)
        return name.endsWith(text);
    return anyAfter ? name.startsWith(text) : name == text;
}

bool isOneOf(QByteArrayView name, const QList<QByteArray> &patterns)
{
    return std::any_of(patterns.cbegin(), patterns.cend(),
                       [name](const QByteArray &pattern) { return isCalled(name, pattern); });
}

Meaning ownMeaning(QByteArrayView name, const PersonalFields &which)
{
    if (isOneOf(name, which.secrets))
        return Meaning::Secret;
    if (isOneOf(name, which.emails))
        return Meaning::Email;
    if (isOneOf(name, which.phones))
        return Meaning::Phone;
    if (isOneOf(name, which.personal))
        return Meaning::Personal;
    return isOneOf(name, which.queries) ? Meaning::Query : Meaning::Harmless;
}

/// What is inside a personal member is personal, and so is a name that no network would give to anything.
Meaning meaningOf(QByteArrayView name, const PersonalFields &which)
{
    if (name.size() > longestName)
        return Meaning::Personal;
    Meaning meaning = ownMeaning(name, which);
    for (qsizetype dot = name.lastIndexOf('.'); meaning == Meaning::Harmless && dot > 0;
         dot = name.lastIndexOf('.', dot - 1)) {
        const Meaning outer = ownMeaning(name.first(dot), which);
        if (outer == Meaning::Personal || outer == Meaning::Secret)
            meaning = outer;
    }
    return meaning;
}

/// `customer[address][city]` as `customer.address.city`.
QByteArray dottedName(const QByteArray &name)
{
    QByteArray dotted = name.trimmed().toLower();
    if (dotted.contains('[')) {
        dotted.replace(']', QByteArray());
        dotted.replace('[', '.');
    }
    return dotted;
}

/// The names that order forms give to what they know of a buyer beforehand.
const PersonalFields &namesInQueries()
{
    static const PersonalFields names{{"*name*", "*address*", "*street*", "*city*", "*zip*", "*postal*",
                                       "*postcode*", "ip", "*birth*"},
                                      {"*email*", "*e-mail*"},
                                      {"*phone*", "*mobile*"},
                                      {},
                                      {}};
    return names;
}

bool isPartOfAddress(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || uchar(c) >= 0x80
            || QByteArrayView(".!#$'*+-/^_`{}~%").contains(c);
}

qsizetype atSignLength(QByteArrayView text, qsizetype at)
{
    if (text[at] == '@')
        return 1;
    return text[at] == '%' && text.sliced(at).startsWith("%40") ? 3 : 0;
}

/// \a text without anything that has the shape of an e-mail address, percent-encoded once or not at all.
QByteArray withoutAddresses(const QByteArray &text)
{
    if (!text.contains('@') && !text.contains("%40"))
        return text;
    QByteArray kept;
    kept.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype sign = atSignLength(text, at);
        if (sign == 0) {
            kept += text[at++];
            continue;
        }
        while (!kept.isEmpty() && isPartOfAddress(kept.back()))
            kept.chop(1);
        at += sign;
        while (at < text.size() && atSignLength(text, at) == 0 && isPartOfAddress(text[at]))
            ++at;
    }
    return kept;
}

QByteArray hashOf(Meaning meaning, const QByteArray &value)
{
    return meaning == Meaning::Email ? hashedEmail(value) : hashedPhone(value);
}

/// \a value as far as it may be stored; nothing if the field must go.
std::optional<QByteArray> storable(Meaning meaning, const QByteArray &value, BuyerData buyer)
{
    if (meaning == Meaning::Secret)
        return std::nullopt;
    if (buyer == BuyerData::Clear)
        return value;
    switch (meaning) {
    case Meaning::Email:
    case Meaning::Phone: {
        const QByteArray hash = buyer == BuyerData::Hashed ? hashOf(meaning, value) : QByteArray();
        return hash.isEmpty() ? std::nullopt : std::optional(hash);
    }
    case Meaning::Query:
        return encodedForm(withoutBuyer(decodeForm(value), namesInQueries(), BuyerData::Left));
    case Meaning::Personal:
    case Meaning::Secret:
        return std::nullopt;
    case Meaning::Harmless:
        break;
    }
    return withoutAddresses(value);
}

QByteArray textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString().toUtf8() : value.toVariant().toByteArray();
}

QJsonValue storableJson(const QJsonValue &value, const QByteArray &name, const PersonalFields &which,
                        BuyerData buyer, int depth);

QJsonValue storableObject(const QJsonObject &object, const QByteArray &prefix, const PersonalFields &which,
                          BuyerData buyer, int depth)
{
    QJsonObject kept;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonValue value
                = storableJson(it.value(), prefix + it.key().toUtf8().toLower(), which, buyer, depth);
        if (!value.isUndefined())
            kept.insert(buyer == BuyerData::Clear ? it.key()
                                                  : QString::fromUtf8(withoutAddresses(it.key().toUtf8())),
                        value);
    }
    return kept.isEmpty() && !object.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(kept);
}

QJsonValue storableList(const QJsonArray &items, const QByteArray &prefix, const PersonalFields &which,
                        BuyerData buyer, int depth)
{
    QJsonArray kept;
    bool isEmpty = true;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonValue item = storableJson(items[i], prefix + QByteArray::number(i), which, buyer, depth);
        isEmpty = isEmpty && item.isUndefined();
        kept.append(item.isUndefined() ? QJsonValue() : item);
    }
    return isEmpty && !items.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(kept);
}

QJsonValue storableJson(const QJsonValue &value, const QByteArray &name, const PersonalFields &which,
                        BuyerData buyer, int depth)
{
    const Meaning meaning = meaningOf(name, which);
    if (value.isObject() || value.isArray()) {
        if (meaning == Meaning::Secret || depth >= deepest)
            return QJsonValue(QJsonValue::Undefined);
        const bool isQuery = meaning == Meaning::Query && buyer != BuyerData::Clear;
        const PersonalFields &inside = isQuery ? namesInQueries() : which;
        const QByteArray prefix = isQuery ? QByteArray() : name + '.';
        const BuyerData allowed = isQuery ? BuyerData::Left : buyer;
        return value.isObject() ? storableObject(value.toObject(), prefix, inside, allowed, depth + 1)
                                : storableList(value.toArray(), prefix, inside, allowed, depth + 1);
    }
    const bool isText = value.isString();
    if (!isText && meaning == Meaning::Harmless)
        return value;
    const auto text = storable(meaning, textOf(value), buyer);
    if (!text)
        return QJsonValue(QJsonValue::Undefined);
    return isText || buyer != BuyerData::Clear ? QJsonValue(QString::fromUtf8(*text)) : value;
}

} // namespace

QList<FormField> withoutBuyer(const QList<FormField> &fields, const PersonalFields &which, BuyerData buyer)
{
    QList<FormField> kept;
    kept.reserve(fields.size());
    for (const FormField &field : fields) {
        const auto value = storable(meaningOf(dottedName(field.name), which), field.value, buyer);
        if (value)
            kept.append({buyer == BuyerData::Clear ? field.name : withoutAddresses(field.name), *value});
    }
    return kept;
}

QJsonObject withoutBuyer(const QJsonObject &object, const PersonalFields &which, BuyerData buyer)
{
    return storableObject(object, {}, which, buyer, 0).toObject();
}

QByteArray withoutBuyer(const QByteArray &raw, const PersonalFields &which, BuyerData buyer)
{
    if (raw.trimmed().startsWith('{')) {
        const QJsonDocument document = QJsonDocument::fromJson(raw);
        if (document.isObject())
            return QJsonDocument(withoutBuyer(document.object(), which, buyer))
                    .toJson(QJsonDocument::Compact);
    }
    if (!raw.contains('='))
        return buyer == BuyerData::Clear ? raw : withoutAddresses(raw);
    const QList<FormField> multipart = decodeMultipart(raw, mostFields);
    const QList<FormField> fields = multipart.isEmpty() ? decodeForm(raw, mostFields) : multipart;
    const QList<FormField> kept = withoutBuyer(fields, which, buyer);
    return multipart.isEmpty() && fields.size() < mostFields && kept == fields ? raw : encodedForm(kept);
}

ReceivedRequest withoutBuyer(const ReceivedRequest &arrived, const PersonalFields &which, BuyerData buyer)
{
    ReceivedRequest kept = arrived;
    kept.query = withoutBuyer(arrived.query, which, buyer);
    kept.body = withoutBuyer(arrived.body, which, buyer);
    return kept;
}

QByteArray encodedForm(const QList<FormField> &fields)
{
    QByteArray form;
    for (const FormField &field : fields) {
        if (!form.isEmpty())
            form += '&';
        form += percentEncoded(field.name) + '=' + percentEncoded(field.value);
    }
    return form;
}

QByteArray hashedEmail(QByteArrayView address)
{
    const QByteArray text = QString::fromUtf8(address).trimmed().toLower().toUtf8();
    return text.contains('@') ? digestHex(Digest::Sha256, text) : QByteArray();
}

QByteArray hashedPhone(QByteArrayView number)
{
    QByteArray digits;
    for (const char c : number) {
        if (c >= '0' && c <= '9')
            digits += c;
    }
    if (digits.startsWith("00"))
        digits = digits.sliced(2);
    return digits.isEmpty() ? QByteArray() : digestHex(Digest::Sha256, digits);
}

} // namespace Matchbook
