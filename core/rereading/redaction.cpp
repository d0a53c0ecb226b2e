// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "redaction.h"

#include "networks/formdecoding.h"
#include "personalvalues.h"

#include <QByteArrayList>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace Matchbook {

namespace {

QByteArray textOf(const QJsonValue &value)
{
    return value.isDouble() ? value.toVariant().toString().toUtf8() : value.toString().toUtf8();
}

/// \a ofPerson: what it stands in was private.
QJsonValue redacted(const QJsonValue &value, const QByteArray &name, bool ofPerson)
{
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array[i] = redacted(array.at(i), name, ofPerson);
        return array;
    }
    if (value.isObject()) {
        const bool isPrivate = ofPerson || isPrivateName(name);
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = redacted(it.value(), plainName(it.key().toUtf8()), isPrivate);
        return object;
    }
    if (!value.isString() && !value.isDouble())
        return value;
    const auto instead = replacement(name, textOf(value), ofPerson);
    return instead ? QJsonValue(QString::fromUtf8(*instead)) : value;
}

/// Nothing where \a text is no JSON object or array.
std::optional<QByteArray> redactedJson(const QByteArray &text, const QByteArray &name)
{
    const QByteArray trimmed = text.trimmed();
    if (!trimmed.startsWith('{') && !trimmed.startsWith('['))
        return std::nullopt;
    const QJsonDocument before = QJsonDocument::fromJson(trimmed);
    if (before.isNull())
        return std::nullopt;
    const QJsonValue whole = before.isArray() ? QJsonValue(before.array()) : QJsonValue(before.object());
    const QJsonValue after = redacted(whole, name, false);
    if (after == whole)
        return text;
    const QJsonDocument written
            = after.isArray() ? QJsonDocument(after.toArray()) : QJsonDocument(after.toObject());
    return written.toJson(QJsonDocument::Compact);
}

/// Nothing where \a value, decoded, may stay. Some networks put JSON into a parameter.
std::optional<QByteArray> insteadOf(const QByteArray &name, const QByteArray &value)
{
    const auto json = redactedJson(value, name);
    if (!json)
        return replacement(name, value);
    return *json == value ? std::nullopt : json;
}

QByteArray redactedPart(const QByteArray &head, const QByteArray &value)
{
    static const QRegularExpression named(QStringLiteral("(?:^|[;\\s])name=\"?([^\";\\r\\n]*)"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression file(QStringLiteral("(filename\\*?=)(\"[^\"\\r\\n]*\"|[^;\\r\\n]*)"),
                                         QRegularExpression::CaseInsensitiveOption);
    QString text = QString::fromLatin1(head);
    if (file.match(text).hasMatch())
        return text.replace(file, QStringLiteral("\\1\"file\"")).toLatin1() + "file";
    const QByteArray name = plainName(named.match(text).captured(1).toLatin1());
    return head + insteadOf(name, value).value_or(value);
}

/// Nothing where \a body is not multipart/form-data, which its first line says.
std::optional<QByteArray> redactedMultipart(const QByteArray &body)
{
    const qsizetype firstLine = body.indexOf('\n');
    const QByteArray boundary = body.left(std::max<qsizetype>(firstLine, 0)).trimmed();
    if (!boundary.startsWith("--") || boundary.size() < 3 || !body.toLower().contains("form-data"))
        return std::nullopt;
    const QByteArray next = '\n' + boundary;
    const QByteArray last = boundary + "--";
    QByteArray out;
    for (qsizetype at = 0; at < body.size();) {
        qsizetype end = body.indexOf(next, at);
        end = end < 0 ? body.size() : end + 1;
        const QByteArray part = body.sliced(at, end - at);
        at = end;
        qsizetype value = part.indexOf("\r\n\r\n");
        value = value < 0 ? part.indexOf("\n\n") + 2 : value + 4;
        const bool isLast = part.startsWith(last);
        if (isLast || value < 4) {
            out += withoutMailAddresses(part);
            continue;
        }
        qsizetype valueEnd = part.size();
        while (valueEnd > value && (part.at(valueEnd - 1) == '\n' || part.at(valueEnd - 1) == '\r'))
            --valueEnd;
        out += redactedPart(part.left(value), part.sliced(value, valueEnd - value)) + part.sliced(valueEnd);
    }
    return out;
}

} // namespace

QByteArray redactedForm(const QByteArray &form)
{
    QByteArrayList parts = form.split('&');
    for (QByteArray &part : parts) {
        const qsizetype equals = part.indexOf('=');
        if (equals < 0) {
            const auto instead = replacement({}, part);
            const QByteArray shorter = withoutMailAddresses(part);
            part = instead && shorter == part ? percentEncoded(*instead) : shorter;
            continue;
        }
        const auto instead = insteadOf(plainName(part.left(equals)),
                                       percentDecoded(part.mid(equals + 1).replace('+', ' ')));
        if (instead)
            part = part.left(equals + 1) + percentEncoded(*instead);
    }
    return parts.join('&');
}

QByteArray redactedBody(const QByteArray &body)
{
    if (const auto json = redactedJson(body, {}))
        return *json;
    if (const auto multipart = redactedMultipart(body))
        return *multipart;
    return redactedForm(body);
}

} // namespace Matchbook
