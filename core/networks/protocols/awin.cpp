// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "awin.h"

#include "networkform.h"
#include "personalfields.h"

#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace Matchbook {

namespace {

/// No field of the buyer's is documented; these are for the day on which there is one.
const PersonalFields &personalFields()
{
    static const PersonalFields names{{"customer*", "ip", "ipaddress", "*firstname", "*lastname",
                                       "*address*"},
                                      {"*email*"},
                                      {"*phone*"},
                                      {},
                                      {}};
    return names;
}

std::optional<QJsonObject> objectIn(const QByteArray &text)
{
    if (!text.trimmed().startsWith('{'))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(text);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<QJsonObject> transactionIn(const ReceivedRequest &arrived)
{
    if (const auto object = objectIn(arrived.body))
        return object;
    for (const QByteArray *part : {&arrived.body, &arrived.query}) {
        const QList<FormField> fields = decodeBody(*part);
        for (const FormField &field : fields) {
            if (field.name.compare("AwinTransactionPush", Qt::CaseInsensitive) == 0)
                return objectIn(field.value);
        }
    }
    return std::nullopt;
}

template<typename Names>
bool isTransaction(const Names &names)
{
    return std::any_of(names.begin(), names.end(), [](const QByteArray &name) {
        return name.compare("transactionId", Qt::CaseInsensitive) == 0
                || name.compare("clickRef", Qt::CaseInsensitive) == 0;
    });
}

OpenedNotification openTransaction(const ReceivedRequest &arrived, const QByteArray &, BuyerData buyer)
{
    const ReceivedRequest cleaned = withoutBuyer(arrived, personalFields(), buyer);
    QByteArrayList names;
    if (const auto transaction = transactionIn(arrived)) {
        const QStringList keys = transaction->keys();
        for (const QString &key : keys)
            names.append(key.toUtf8());
        if (!isTransaction(names))
            return {Signature::Unreadable, cleaned};
        ReceivedRequest kept = arrived;
        kept.query.clear();
        kept.body = QJsonDocument(withoutBuyer(*transaction, personalFields(), buyer))
                            .toJson(QJsonDocument::Compact);
        return {Signature::Unchecked, kept};
    }
    const QList<FormField> fields = decodeForm(arrived.query) + decodeBody(arrived.body);
    for (const FormField &field : fields)
        names.append(field.name);
    return {isTransaction(names) ? Signature::Unchecked : Signature::Unreadable, cleaned};
}

} // namespace

Protocol awinTransactions()
{
    return {QLatin1StringView("awin"), false, openTransaction, readPostback};
}

} // namespace Matchbook
