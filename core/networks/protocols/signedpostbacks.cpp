// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signedpostbacks.h"

#include "digests.h"
#include "networks/formdecoding.h"
#include "networks/postbackfields.h"
#include "personalfields.h"

namespace Matchbook {

namespace {

const PersonalFields &personalFields()
{
    static const PersonalFields names{
            {"ip", "*ip_address", "ipaddress"}, {"*email*"}, {"*phone*"}, {}, {"hash", "password"}};
    return names;
}

/// The value that reading will take for one of \a names: what is checked must be what is read.
QByteArray valueOfAny(const PostbackFields &fields, const QStringList &names)
{
    const auto candidates = fields.candidates(names);
    return candidates.isEmpty() ? QByteArray() : candidates.first()->value;
}

OpenedNotification opened(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer,
                          bool (*isRight)(const PostbackFields &, const QByteArray &))
{
    OpenedNotification notification{Signature::Unchecked, withoutBuyer(arrived, personalFields(), buyer)};
    if (secret.isEmpty())
        return notification;
    // These networks fill in a query. A body would be somebody else's.
    notification.kept.body.clear();
    ReceivedRequest query;
    query.query = arrived.query;
    notification.signature = isRight(PostbackFields(query), secret) ? Signature::Right : Signature::Wrong;
    return notification;
}

QByteArray acornHash(const PostbackFields &fields, const QByteArray &placement)
{
    const auto value = [&fields](const char *ours, const char *theirs) {
        return valueOfAny(fields, {QString::fromLatin1(ours), QString::fromLatin1(theirs)});
    };
    const QByteArray text = value("uid", "user_uid") + value("offer", "offer_id")
            + value("txid", "transaction_id") + placement;
    return digestHex(Digest::Md5, text);
}

bool isAcornHash(const PostbackFields &fields, const QByteArray &placement)
{
    const QByteArray expected = acornHash(fields, placement);
    const QByteArray given = valueOfAny(fields, {QStringLiteral("hash")}).trimmed().toLower();
    return !expected.isEmpty() && isSameSecret(given, expected);
}

/// \a query with \a value in its parameter \a name, if it has that.
QByteArray withValue(const QByteArray &query, QByteArrayView name, const QByteArray &value)
{
    QByteArrayList items = query.split('&');
    for (QByteArray &item : items) {
        const qsizetype equals = item.indexOf('=');
        if (equals > 0 && QByteArrayView(item).first(equals).compare(name, Qt::CaseInsensitive) == 0)
            item = item.first(equals + 1) + percentEncoded(value);
    }
    return items.join('&');
}

QByteArray provedAcorn(const QByteArray &query, const QByteArray &placement)
{
    ReceivedRequest request;
    request.query = query;
    return withValue(query, "hash", acornHash(PostbackFields(request), placement));
}

QByteArray provedCpalead(const QByteArray &query, const QByteArray &password)
{
    return withValue(query, "password", password);
}

bool isCpaleadPassword(const PostbackFields &fields, const QByteArray &password)
{
    return isSameSecret(valueOfAny(fields, {QStringLiteral("password")}), password);
}

OpenedNotification openAcorn(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer)
{
    return opened(arrived, secret, buyer, isAcornHash);
}

OpenedNotification openCpalead(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer)
{
    return opened(arrived, secret, buyer, isCpaleadPassword);
}

} // namespace

Protocol acornPostback()
{
    return {QLatin1StringView("acorn"), false, openAcorn, readPostback, provedAcorn};
}

Protocol cpaleadPostback()
{
    return {QLatin1StringView("cpalead"), false, openCpalead, readPostback, provedCpalead};
}

} // namespace Matchbook
