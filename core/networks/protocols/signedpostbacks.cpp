// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signedpostbacks.h"

#include "digests.h"
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

bool isAcornHash(const PostbackFields &fields, const QByteArray &placement)
{
    const auto value = [&fields](const char *ours, const char *theirs) {
        return valueOfAny(fields, {QString::fromLatin1(ours), QString::fromLatin1(theirs)});
    };
    const QByteArray text = value("uid", "user_uid") + value("offer", "offer_id")
            + value("txid", "transaction_id") + placement;
    const QByteArray expected = digestHex(Digest::Md5, text);
    const QByteArray given = value("hash", "hash").trimmed().toLower();
    return !expected.isEmpty() && isSameSecret(given, expected);
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
    return {QLatin1StringView("acorn"), false, openAcorn, readPostback};
}

Protocol cpaleadPostback()
{
    return {QLatin1StringView("cpalead"), false, openCpalead, readPostback};
}

} // namespace Matchbook
