// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/formdecoding.h"
#include "protocol.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace Matchbook {

/// Which fields of a network's messages hold personal data of the buyer, or the secret. Names in lower case; `*` at the
/// beginning or the end of a name stands for any text: `wp_buyer_*`. What is inside a personal member is personal too, but
/// an address in it is still an address. A member inside another one is written with points,
/// in JSON as in a form: `customer.email` is also `customer[email]`; an item of a list by its number.
struct PersonalFields {
    QList<QByteArray> personal; ///< names, addresses, IP addresses, …
    QList<QByteArray> emails;
    QList<QByteArray> phones;
    QList<QByteArray> queries; ///< their value is a query itself, of which the buyer's data is taken out
    QList<QByteArray>
            secrets; ///< the secret, or a signature to guess it by: out, whatever is kept of the buyer
};

/// \a fields as far as they may be stored. Apart from BuyerData::Clear an e-mail address is taken out of every other value
/// as well.
QList<FormField> withoutBuyer(const QList<FormField> &fields, const PersonalFields &which, BuyerData buyer);

/// \a object as far as it may be stored. Objects and lists that lie too deep are left out.
QJsonObject withoutBuyer(const QJsonObject &object, const PersonalFields &which, BuyerData buyer);

/// A query or a body as far as it may be stored: a JSON object, a multipart or a URL-encoded form, which multipart becomes
/// too. What is clean stays byte for byte.
QByteArray withoutBuyer(const QByteArray &raw, const PersonalFields &which, BuyerData buyer);

/// What of \a arrived may be stored where nothing in it is to be believed: query and body without what is personal.
ReceivedRequest withoutBuyer(const ReceivedRequest &arrived, const PersonalFields &which, BuyerData buyer);

/// \a fields as a URL-encoded form, which decodeForm() reads.
QByteArray encodedForm(const QList<FormField> &fields);

/// SHA-256 of \a address as ad platforms take it: trimmed, in lower case. Empty if it is no e-mail address.
QByteArray hashedEmail(QByteArrayView address);
/// SHA-256 of the digits of \a number, without the zeros that stand for a plus. Empty if it has none.
QByteArray hashedPhone(QByteArrayView number);

} // namespace Matchbook
