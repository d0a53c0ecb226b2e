// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "redaction.h"

#include "networks/formdecoding.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace Matchbook {

namespace {

/// A parameter's name without what networks part its words by: `First-Name` and `first_name` are one.
QByteArray plainName(QByteArrayView name)
{
    QByteArray plain;
    for (const char c : percentDecoded(name).toLower()) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain += c;
    }
    return plain;
}

/// `offer_name`, `event_name` and the like name no person.
bool namesAThing(const QByteArray &name)
{
    static constexpr const char *things[]
            = {"offer",    "campaign",  "event",  "goal",     "program", "product",
               "adv",      "aff",       "domain", "host",     "file",    "network",
               "merchant", "publisher", "site",   "currency", "country", "item"};
    return std::any_of(std::begin(things), std::end(things),
                       [&](const char *thing) { return name.contains(thing); });
}

bool isPersonal(const QByteArray &name)
{
    static constexpr const char *whole[] = {"ip", "mail", "tel", "zip", "user", "dob", "city", "street"};
    static constexpr const char *parts[]
            = {"email",  "ipaddr",   "userip", "clientip", "visitorip", "remoteaddr", "phone",
               "mobile", "postcode", "birth",  "address",  "customer",  "buyer",      "ssn"};
    const auto is = [&](const char *word) { return name == word; };
    const auto holds = [&](const char *word) { return name.contains(word); };
    if (namesAThing(name))
        return false;
    return name.contains("name") || std::any_of(std::begin(whole), std::end(whole), is)
            || std::any_of(std::begin(parts), std::end(parts), holds);
}

/// What stands in for a value that must not leave the computer; nothing if it may.
std::optional<QByteArray> replacement(const QByteArray &name, const QByteArray &value)
{
    static const QRegularExpression email(QStringLiteral("[^\\s@]+@[^\\s@]+\\.[^\\s@]+"));
    const QString text = displayText(value).trimmed();
    if (text.isEmpty())
        return std::nullopt;
    if (email.match(text).hasMatch())
        return QByteArrayLiteral("person@example.com");
    const bool maybeAddress = text.contains(u':') || text.count(u'.') == 3;
    if (maybeAddress && !QHostAddress(text).isNull())
        return QByteArrayLiteral("192.0.2.1");
    return isPersonal(name) ? std::optional(QByteArrayLiteral("someone")) : std::nullopt;
}

} // namespace

QByteArray redactedForm(const QByteArray &form)
{
    QByteArray out;
    const QList<QByteArray> parts = form.split('&');
    for (const QByteArray &part : parts) {
        if (!out.isNull())
            out += '&';
        const qsizetype equals = part.indexOf('=');
        const QByteArray value = equals < 0 ? QByteArray() : part.mid(equals + 1);
        const auto instead = replacement(plainName(part.left(std::max<qsizetype>(equals, 0))),
                                         percentDecoded(QByteArray(value).replace('+', ' ')));
        out += instead ? part.left(equals + 1) + percentEncoded(*instead) : part;
    }
    return out;
}

QByteArray redactedBody(const QByteArray &body)
{
    QJsonObject object = QJsonDocument::fromJson(body).object();
    if (object.isEmpty())
        return redactedForm(body);
    bool changed = false;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto instead = replacement(plainName(it.key().toUtf8()), it.value().toString().toUtf8());
        if (!instead)
            continue;
        it.value() = QString::fromUtf8(*instead);
        changed = true;
    }
    return changed ? QJsonDocument(object).toJson(QJsonDocument::Compact) : body;
}

} // namespace Matchbook
