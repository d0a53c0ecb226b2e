// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "insenvelope.h"

#include "aescbc.h"
#include "digests.h"
#include "networkform.h"

#include <QJsonDocument>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr qsizetype keyLength = 32;
constexpr qsizetype blockLength = 16;
constexpr QByteArrayView notificationName = "notification";
constexpr QByteArrayView ivName = "iv";

/// Name and text of the envelope's two members, as they were sent.
QList<FormField> envelopeFields(const ReceivedRequest &arrived)
{
    constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";
    QByteArray body = arrived.body.trimmed();
    if (body.startsWith(byteOrderMark))
        body.remove(0, byteOrderMark.size());
    if (!body.startsWith('{'))
        return networkForm(arrived);
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    QList<FormField> fields;
    for (const QByteArrayView name : {notificationName, ivName}) {
        const QJsonValue value = object.value(QLatin1StringView(name.data(), name.size()));
        if (value.isString())
            fields.append({name.toByteArray(), value.toString().toUtf8()});
    }
    return fields;
}

/// A plus that a form's sender did not escape has become a space.
QByteArray fromBase64(QByteArray text)
{
    text = text.trimmed();
    text.replace(' ', '+');
    text.removeIf([](char c) { return c == '\r' || c == '\n' || c == '\t'; });
    const auto decoded = QByteArray::fromBase64Encoding(std::move(text),
                                                        QByteArray::Base64Encoding
                                                                | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

std::optional<QJsonObject> notificationIn(const QByteArray &plain)
{
    const QJsonObject object = QJsonDocument::fromJson(plain).object();
    const auto hasText = [&object](const char *name) {
        return !object.value(QLatin1StringView(name)).toString().isEmpty();
    };
    const QJsonValue version = object.value(QLatin1StringView("version"));
    if (!hasText("receipt") || !hasText("transactionType") || !(version.isDouble() || version.isString()))
        return std::nullopt;
    return object;
}

/// Without what the network's own sample cuts off on both sides, and what else stands behind the object.
QByteArray trimmedObject(QByteArray plain)
{
    const auto isFirst = [](char c) { return uchar(c) > 32; };
    const auto begin = std::find_if(plain.cbegin(), plain.cend(), isFirst);
    const qsizetype end = plain.lastIndexOf('}') + 1;
    return plain.first(end).sliced(std::min<qsizetype>(begin - plain.cbegin(), end));
}

} // namespace

bool looksLikeInsEnvelope(const ReceivedRequest &arrived)
{
    const QList<FormField> fields = envelopeFields(arrived);
    return valueOf(fields, notificationName) && valueOf(fields, ivName);
}

std::optional<InsEnvelope> insEnvelope(const ReceivedRequest &arrived)
{
    const QList<FormField> fields = envelopeFields(arrived);
    const QByteArray *notification = valueOf(fields, notificationName);
    const QByteArray *iv = valueOf(fields, ivName);
    if (!notification || !iv)
        return std::nullopt;
    InsEnvelope envelope{fromBase64(*notification), fromBase64(*iv)};
    const bool isWhole = !envelope.notification.isEmpty() && envelope.notification.size() % blockLength == 0;
    if (!isWhole || envelope.iv.size() != blockLength)
        return std::nullopt;
    return envelope;
}

std::optional<QJsonObject> insNotification(const InsEnvelope &envelope, const QByteArray &secret)
{
    const QByteArray key = digestHex(Digest::Sha1, secret).first(keyLength);
    if (const auto plain = aes256CbcDecrypted(envelope.notification, key, envelope.iv, Padding::Pkcs7)) {
        if (const auto notification = notificationIn(*plain))
            return notification;
    }
    // The network's own sample tolerates padding of any kind, so somebody has sent it.
    const auto plain = aes256CbcDecrypted(envelope.notification, key, envelope.iv, Padding::None);
    return plain ? notificationIn(trimmedObject(*plain)) : std::nullopt;
}

} // namespace Matchbook
