// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickbankins.h"

#include "clickbanklegacy.h"
#include "insenvelope.h"
#include "networkform.h"
#include "personalfields.h"
#include "receiptnews.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Matchbook {

namespace {

const PersonalFields &personalFields()
{
    static const PersonalFields names{{"customer", "*.useragent", "*.city", "*.state", "*.region",
                                       "*.browser*", "*.os*", "*.devicemodel", "*.devicebrand",
                                       "*.downloadurl", "ccust*"},
                                      {"*.email", "ccustemail"},
                                      {"*.phonenumber", "ccustphone*"},
                                      {"vendorvariables", "cvendthru"},
                                      {"cverify"}};
    return names;
}

/// One code base writes the tracking parameters as a list, of objects with one member each or with name and value.
QJsonObject asObject(const QJsonArray &items)
{
    QJsonObject object;
    for (const QJsonValue &item : items) {
        const QJsonObject one = item.toObject();
        QString name = one.value(QLatin1StringView("name")).toString();
        if (name.isEmpty())
            name = one.value(QLatin1StringView("key")).toString();
        if (!name.isEmpty() && one.contains(QLatin1StringView("value"))) {
            object.insert(name, one.value(QLatin1StringView("value")));
            continue;
        }
        for (auto it = one.begin(); it != one.end(); ++it)
            object.insert(it.key(), it.value());
    }
    return object;
}

ReceivedRequest keptOf(const ReceivedRequest &arrived, QJsonObject notification, BuyerData buyer)
{
    const QString tracking = QStringLiteral("affiliateTrackingParameters");
    if (notification.value(tracking).isArray())
        notification.insert(tracking, asObject(notification.value(tracking).toArray()));
    // A message that is sent again is the same message.
    notification.remove(QStringLiteral("attemptCount"));
    ReceivedRequest kept = arrived;
    kept.query.clear();
    kept.body = QJsonDocument(withoutBuyer(notification, personalFields(), buyer))
                        .toJson(QJsonDocument::Compact);
    return kept;
}

OpenedNotification openForm(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer)
{
    const QList<FormField> form = networkForm(arrived);
    if (!isClickBankForm(form))
        return {Signature::Unreadable, withoutBuyer(arrived, personalFields(), buyer)};
    if (secret.isEmpty())
        return {Signature::NoSecret, withoutBuyer(arrived, personalFields(), buyer)};
    if (!isClickBankFormSigned(form, secret))
        return {Signature::Wrong, withoutBuyer(arrived, personalFields(), buyer)};
    return {Signature::Right, keptOf(arrived, modernNotification(form), buyer)};
}

OpenedNotification openIns(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer)
{
    if (!looksLikeInsEnvelope(arrived))
        return openForm(arrived, secret, buyer);
    const auto envelope = insEnvelope(arrived);
    if (!envelope)
        return {Signature::Unreadable, withoutBuyer(arrived, personalFields(), buyer)};
    if (secret.isEmpty())
        return {Signature::NoSecret, withoutBuyer(arrived, personalFields(), buyer)};
    const auto notification = insNotification(*envelope, secret);
    if (!notification)
        return {Signature::Wrong, withoutBuyer(arrived, personalFields(), buyer)};
    return {Signature::Right, keptOf(arrived, *notification, buyer)};
}

bool isUpsell(const PostbackFields &fields)
{
    const QString original = textOf(fields, "upsell.upselloriginalreceipt");
    return says(fields, "lineitems.0.lineitemtype", "UPSELL")
            || (!original.isEmpty() && original != textOf(fields, "receipt"));
}

QString eventOf(const PostbackFields &fields, const NetworkPreset &preset, const QString &event)
{
    QString base = event;
    if (says(fields, "transactiontype", "BILL") || says(fields, "transactiontype", "TEST_BILL"))
        base = rebillEvent();
    else if (preset.eventFields.isEmpty() && isUpsell(fields))
        base = QStringLiteral("upsell");
    return eventOfRole(textOf(fields, "role"), base);
}

PostbackReading readIns(const ReceivedRequest &kept, const NetworkPreset &preset,
                        const AffiliateNetwork &network)
{
    static const NewsWords words{{"test"},
                                 {"customer_auth_failure", "customer_email_update",
                                  "customer_update_cc_notification", "purchase_details_email_response"}};
    PostbackReading reading = readPostback(kept, preset, network);
    const PostbackFields fields(kept);
    const QString type = textOf(fields, "transactiontype");
    // The string carries the products too: `SUBSCRIPTION-CHG SKU 12->15`.
    if (type.startsWith(QStringLiteral("SUBSCRIPTION-CHG"), Qt::CaseInsensitive))
        takeAs(ConversionStatus::Ignored, reading);
    else if (type.startsWith(QStringLiteral("TEST_"), Qt::CaseInsensitive))
        takeAs(ConversionStatus::Test, reading);
    reading.event = eventOf(fields, preset, reading.event);
    readReceiptNews(fields, preset, words, reading);
    // The receipt of the dashboard's test is eight asterisks.
    if (reading.kind == NewsKind::SetupTest)
        reading.transactionId.clear();
    return reading;
}

} // namespace

Protocol clickBankIns()
{
    return {QLatin1StringView("clickbank_ins"), true, openIns, readIns};
}

} // namespace Matchbook
