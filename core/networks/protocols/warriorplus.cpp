// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "warriorplus.h"

#include "digests.h"
#include "networkform.h"
#include "personalfields.h"
#include "receiptnews.h"

namespace Matchbook {

namespace {

const PersonalFields &personalFields()
{
    static const PersonalFields names{{"wp_buyer_*"},
                                      {"wp_buyer_email"},
                                      {"wp_buyer_phone*"},
                                      {"wp_checkout_custom"},
                                      {"wp_securitykey"}};
    return names;
}

/// \a form with the receiver's own part of the money as the field `earnings`.
QList<FormField> withEarnings(QList<FormField> form)
{
    const QByteArray *receiver = valueOf(form, "IPN_RCPT_TYPE");
    const QByteArray role = receiver ? receiver->trimmed().toLower() : QByteArray();
    const QByteArray *amount = nullptr;
    if (role == "aff")
        amount = valueOf(form, "WP_SALE_EARNINGS_AFF");
    else if (role == "vend")
        amount = valueOf(form, "WP_SALE_EARNINGS_VENDOR");
    if (amount)
        form.append({"earnings", *amount});
    return form;
}

OpenedNotification openIpn(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer)
{
    const QList<FormField> form = networkForm(arrived);
    const ReceivedRequest cleaned = withoutBuyer(arrived, personalFields(), buyer);
    if (!valueOf(form, "WP_ACTION"))
        return {Signature::Unreadable, cleaned};
    const QByteArray *key = valueOf(form, "WP_SECURITYKEY");
    if (!secret.isEmpty() && !(key && isSameSecret(*key, secret)))
        return {Signature::Wrong, cleaned};
    return {secret.isEmpty() ? Signature::Unchecked : Signature::Right,
            withForm(arrived, withoutBuyer(withEarnings(form), personalFields(), buyer))};
}

/// `WP_XYZ_TID`, `WP_SID`: what the network names so is somebody's tracking ID.
bool isTrackingField(const QString &name)
{
    return name.startsWith(QStringLiteral("wp_"))
            && (name.endsWith(QStringLiteral("tid")) || name.endsWith(QStringLiteral("sid")));
}

/// Which field brings an affiliate's own ID back is not documented, so any that may do so does.
void takeClickIdFromAnyTrackingField(const PostbackFields &fields, PostbackReading &reading)
{
    if (!isTrackingField(reading.clickIdElsewhere))
        return;
    const PostbackFields::Field *field = fields.firstPresent({reading.clickIdElsewhere});
    if (!field)
        return;
    reading.clickIdText = field->value;
    reading.clickIdField = reading.clickIdElsewhere;
    reading.clickIdElsewhere.clear();
}

/// The payments of a subscription share the ID of its sale, so each but the first gets its number.
void numberThePayment(const PostbackFields &fields, PostbackReading &reading)
{
    const bool isPayment = says(fields, "wp_action", "subscr_completed");
    if (!isPayment && !says(fields, "wp_action", "subscr_refunded"))
        return;
    QString payment = textOf(fields, "wp_subscr_payment_num");
    // It may be told as a sale too, and then it is the same money.
    if (payment == QStringLiteral("1"))
        return;
    for (const char *name : {"wp_subscr_payment_txnid", "ipn_id"}) {
        if (payment.isEmpty())
            payment = textOf(fields, name);
    }
    if (!payment.isEmpty())
        reading.transactionId += u'-' + payment;
    reading.event = rebillEvent();
}

PostbackReading readIpn(const ReceivedRequest &kept, const NetworkPreset &preset,
                        const AffiliateNetwork &network)
{
    static const NewsWords words{{}, {}};
    PostbackReading reading = readPostback(kept, preset, network);
    const PostbackFields fields(kept);
    takeClickIdFromAnyTrackingField(fields, reading);
    numberThePayment(fields, reading);
    if (reading.status == ConversionStatus::Approved && says(fields, "wp_payment_status", "pending"))
        reading.status = ConversionStatus::Pending;
    reading.event = eventOfRole(textOf(fields, "ipn_rcpt_type"), reading.event);
    readReceiptNews(fields, preset, words, reading);
    return reading;
}

} // namespace

Protocol warriorPlus()
{
    return {QLatin1StringView("warriorplus"), false, openIpn, readIpn};
}

} // namespace Matchbook
