// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strangemessage.h"

#include "insenvelope.h"
#include "networks/formdecoding.h"
#include "personalfields.h"
#include "vocabulary/clickid.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr qsizetype longestShape = 512;
constexpr qsizetype longestName = 64;
constexpr int deepest = 8;
/// Longer ones are telephone numbers, dates of birth and accounts sooner than amounts and IDs of an offer.
constexpr qsizetype mostDigits = 6;
constexpr qsizetype mostDigitsOfAmount = 8; ///< with a decimal mark

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Every letter as x, every digit as 0; bytes beyond ASCII are letters of some language.
QByteArray shapeOf(QByteArrayView text)
{
    QByteArray shape;
    for (const char c : text.first(std::min(text.size(), longestShape))) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || uchar(c) >= 0x80;
        if (c != '\0')
            shape += isLetter ? 'x' : isDigit(c) ? '0' : c;
    }
    return shape;
}

/// True for 12.50, -3, 4711 and the like.
bool isNumber(QByteArrayView value)
{
    if (value.startsWith('-'))
        value = value.sliced(1);
    qsizetype digits = 0;
    qsizetype marks = 0;
    for (const char c : value) {
        if (!isDigit(c) && c != '.' && c != ',')
            return false;
        ++(isDigit(c) ? digits : marks);
    }
    return digits <= (marks > 0 ? mostDigitsOfAmount : mostDigits);
}

QByteArray storable(const QByteArray &value)
{
    return isNumber(value) || ClickId::parse(value.trimmed().toLower()) ? value : shapeOf(value);
}

/// A name such as `customer[address].city`. What a body of another kind is cut into is none.
bool isName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= longestName && std::all_of(name.begin(), name.end(), [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                || QByteArrayView("_-.[]").contains(c);
    });
}

QJsonValue storable(const QJsonValue &value, int depth)
{
    if ((value.isObject() || value.isArray()) && depth >= deepest)
        return QJsonValue();
    if (value.isArray()) {
        QJsonArray kept;
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            kept.append(storable(item, depth + 1));
        return kept;
    }
    if (value.isObject()) {
        QJsonObject kept;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QByteArray name = it.key().toUtf8();
            kept.insert(QString::fromUtf8(isName(name) ? name : shapeOf(name)),
                        storable(it.value(), depth + 1));
        }
        return kept;
    }
    if (value.isBool() || value.isNull())
        return value;
    const QByteArray text = value.isString() ? value.toString().toUtf8() : value.toVariant().toByteArray();
    const QByteArray kept = storable(text);
    return value.isDouble() && kept == text ? value : QJsonValue(QString::fromUtf8(kept));
}

QByteArray withoutContents(const QByteArray &raw)
{
    const QJsonDocument document = QJsonDocument::fromJson(raw);
    if (document.isObject() || document.isArray()) {
        const QJsonValue whole
                = document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
        const QJsonValue kept = storable(whole, 0);
        return (kept.isObject() ? QJsonDocument(kept.toObject()) : QJsonDocument(kept.toArray()))
                .toJson(QJsonDocument::Compact);
    }
    QList<FormField> fields = decodeBody(raw);
    const bool isForm = raw.contains('=')
            && std::all_of(fields.cbegin(), fields.cend(),
                           [](const FormField &field) { return isName(field.name); });
    if (!isForm)
        return shapeOf(raw);
    for (FormField &field : fields)
        field.value = storable(field.value);
    return encodedForm(fields);
}

} // namespace

ReceivedRequest withoutContents(const ReceivedRequest &arrived)
{
    if (insEnvelope(arrived))
        return arrived;
    ReceivedRequest kept = arrived;
    kept.query = withoutContents(arrived.query);
    kept.body = withoutContents(arrived.body);
    return kept;
}

} // namespace Matchbook
