// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personalvalues.h"

#include "networks/formdecoding.h"
#include "vocabulary/clickid.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr int mostEncodings = 6;

/// Redirectors encode what is encoded already.
QByteArray whollyDecoded(QByteArrayView text)
{
    QByteArray decoded = text.toByteArray();
    for (int i = 0; i < mostEncodings && decoded.contains('%'); ++i) {
        const QByteArray next = percentDecoded(decoded);
        if (next == decoded)
            break;
        decoded = next;
    }
    return decoded;
}

template<typename Words>
bool isOneOf(const QByteArray &name, const Words &words)
{
    return std::any_of(std::begin(words), std::end(words), [&](const char *word) { return name == word; });
}

template<typename Words>
bool holdsOneOf(const QByteArray &name, const Words &words)
{
    return std::any_of(std::begin(words), std::end(words),
                       [&](const char *word) { return name.contains(word); });
}

bool isSecret(const QByteArray &name)
{
    static constexpr const char *whole[]
            = {"key", "auth", "authorization", "sig", "sign", "pass", "pwd", "hmac", "pin", "credentials"};
    static constexpr const char *parts[] = {"token",  "password",  "passwd",  "secret",    "signature",
                                            "apikey", "accesskey", "authkey", "privatekey"};
    return isOneOf(name, whole) || holdsOneOf(name, parts);
}

bool isPersonal(const QByteArray &name)
{
    static constexpr const char *certain[]
            = {"email", "phone", "msisdn", "ssn", "iban", "passport", "userip", "clientip", "visitorip"};
    static constexpr const char *whole[]
            = {"ip", "mail", "tel", "cell", "fax", "zip", "user", "dob", "city", "street", "gender"};
    static constexpr const char *parts[]
            = {"name",    "ipaddr", "remoteaddr", "mobile", "postcode", "postalcode", "zipcode",  "birth",
               "address", "person", "customer",   "buyer",  "imei",     "idfa",       "deviceid", "gaid"};
    if (holdsOneOf(name, certain))
        return true;
    return !namesAThing(name) && (isOneOf(name, whole) || holdsOneOf(name, parts));
}

/// One address, with or without its port and brackets.
bool isAddress(const QString &text)
{
    QString bare = text;
    if (text.startsWith(u'['))
        bare = text.mid(1).section(u']', 0, 0);
    else if (text.count(u':') == 1)
        bare = text.section(u':', 0, 0);
    // QHostAddress takes a bare number for an address, too.
    const bool isWhole = bare.contains(u':') || bare.count(u'.') == 3;
    return isWhole && !QHostAddress(bare).isNull();
}

bool holdsAddress(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    const QStringList pieces = text.split(between, Qt::SkipEmptyParts);
    return std::any_of(pieces.cbegin(), pieces.cend(), isAddress);
}

} // namespace

QByteArray plainName(QByteArrayView name)
{
    QByteArray plain;
    for (const char c : whollyDecoded(name).toLower()) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain += c;
    }
    return plain;
}

bool namesAThing(const QByteArray &name)
{
    static constexpr const char *things[]
            = {"offer",     "campaign", "event",    "goal",    "program", "product", "adv",
               "aff",       "domain",   "host",     "file",    "network", "action",  "merchant",
               "publisher", "site",     "currency", "country", "item"};
    return holdsOneOf(name, things);
}

bool isPrivateName(const QByteArray &name)
{
    return isSecret(name) || isPersonal(name);
}

std::optional<QByteArray> replacement(const QByteArray &name, const QByteArray &value, bool ofPerson)
{
    static const QRegularExpression email(QStringLiteral("[^\\s@]+@[^\\s@]+\\.[^\\s@]+"));
    const QByteArray bytes = whollyDecoded(value).trimmed();
    const QString text = displayText(bytes);
    if (text.isEmpty() || ClickId::parse(bytes.toLower()))
        return std::nullopt;
    if (email.match(text).hasMatch())
        return QByteArrayLiteral("person@example.com");
    if (holdsAddress(text))
        return QByteArrayLiteral("192.0.2.1");
    if (looksLikePlaceholder(bytes))
        return std::nullopt;
    if (isSecret(name))
        return QByteArrayLiteral("secret");
    const bool isPrivate = isPersonal(name) || (ofPerson && !namesAThing(name));
    return isPrivate ? std::optional(QByteArrayLiteral("someone")) : std::nullopt;
}

QByteArray withoutMailAddresses(const QByteArray &text)
{
    static const QRegularExpression email(
            QStringLiteral("[^\\s@<>\"'&=;,]+@[^\\s@<>\"'&=;,]+\\.[A-Za-z]{2,}"));
    // As Latin-1, so that every other byte comes out as it went in.
    QString changed = QString::fromLatin1(text);
    return changed.replace(email, QStringLiteral("person@example.com")).toLatin1();
}

} // namespace Matchbook
