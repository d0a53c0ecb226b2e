// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jvzipn.h"

#include "cverify.h"
#include "jvzpayouts.h"
#include "networkform.h"
#include "personalfields.h"
#include "receiptnews.h"

namespace Matchbook {

namespace {

const PersonalFields &personalFields()
{
    static const PersonalFields names{{"ccust*", "customer_*", "delivery_*", "affiliate_name",
                                       "affiliate_email", "prekey", "transactionpayouts"},
                                      {"ccustemail", "customer_email", "delivery_email"},
                                      {"ccustphone*", "customer_phone*", "delivery_phone*"},
                                      {"cvendthru", "other_params"},
                                      {"cverify"}};
    return names;
}

QByteArray textIn(const QList<FormField> &form, QByteArrayView name)
{
    const QByteArray *value = valueOf(form, name);
    return value ? *value : QByteArray();
}

/// What version 2 signs, as far as one code base shows.
QByteArray secondSignature(const QList<FormField> &form, const QByteArray &secret)
{
    QByteArray text;
    for (const QByteArrayView name : {"paykey", "customer_email", "product_name", "transaction_type", "date"})
        text += textIn(form, name) + '|';
    return cverifyOf(text + secret);
}

using SignatureOf = QByteArray (*)(const QList<FormField> &form, const QByteArray &secret);

/// \a kindField says what a message is about, and is in every one.
OpenedNotification opened(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer,
                          QByteArrayView kindField, SignatureOf signature)
{
    const QList<FormField> form = networkForm(arrived);
    const ReceivedRequest cleaned = withoutBuyer(arrived, personalFields(), buyer);
    if (!valueOf(form, kindField) && !valueOf(form, "cverify"))
        return {Signature::Unreadable, cleaned};
    if (secret.isEmpty())
        return {Signature::NoSecret, cleaned};
    if (!isSignedWith(form, signature(form, secret)))
        return {Signature::Wrong, cleaned};
    return {Signature::Right, withForm(arrived, withoutBuyer(withPayouts(form), personalFields(), buyer))};
}

OpenedNotification openFirst(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer)
{
    return opened(arrived, secret, buyer, "ctransaction", cverifyOf);
}

OpenedNotification openSecond(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer)
{
    return opened(arrived, secret, buyer, "transaction_type", secondSignature);
}

PostbackReading readIpn(const ReceivedRequest &kept, const NetworkPreset &preset,
                        const AffiliateNetwork &network, const char *kindField)
{
    static const NewsWords words{{"test"}, {}};
    PostbackReading reading = readPostback(kept, preset, network);
    const PostbackFields fields(kept);
    if (says(fields, kindField, "BILL"))
        reading.event = rebillEvent();
    readReceiptNews(fields, preset, words, reading);
    if (reading.kind == NewsKind::SetupTest)
        reading.transactionId.clear();
    return reading;
}

PostbackReading readFirst(const ReceivedRequest &kept, const NetworkPreset &preset,
                          const AffiliateNetwork &network)
{
    return readIpn(kept, preset, network, "ctransaction");
}

/// Its date has no zone, and that of a refund is the sale's.
PostbackReading readSecond(const ReceivedRequest &kept, const NetworkPreset &preset,
                           const AffiliateNetwork &network)
{
    return readIpn(kept, preset, network, "transaction_type");
}

} // namespace

Protocol jvzIpn1()
{
    return {QLatin1StringView("jvzipn_v1"), true, openFirst, readFirst};
}

Protocol jvzIpn2()
{
    return {QLatin1StringView("jvzipn_v2"), true, openSecond, readSecond};
}

} // namespace Matchbook
