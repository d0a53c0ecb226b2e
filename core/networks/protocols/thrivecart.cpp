// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "thrivecart.h"

#include "digests.h"
#include "networkform.h"
#include "newswords.h"
#include "personalfields.h"

#include <QJsonDocument>

#include <algorithm>

namespace Matchbook {

namespace {

const PersonalFields &personalFields()
{
    static const PersonalFields names{
            {"customer.*",  "customer_*",  "buyer*",      "*first_name",   "*last_name",
             "*ip_address", "ip",          "*address*",   "*.ip",          "*city",
             "*zip",        "*tax_number", "*vat_number", "*user_agent",   "*_url",
             "*.url",       "*birth*",     "*license*",   "transactions*", "*username*"},
            {"*email*"},
            {"*phone*", "*contactno*"},
            {},
            {"thrivecart_secret", "*password*"}};
    return names;
}

/// `order[charges][0][name]` as `order.charges.0.name`, so that a form and JSON are read alike.
QByteArray dotted(QByteArray name)
{
    if (!name.contains('['))
        return name;
    return name.replace(']', QByteArray()).replace('[', '.');
}

QList<FormField> fieldsOf(const ReceivedRequest &arrived)
{
    if (arrived.body.trimmed().startsWith('{')) {
        const QJsonDocument document = QJsonDocument::fromJson(arrived.body);
        if (document.isObject())
            return flattened(document.object());
    }
    QList<FormField> fields = networkForm(arrived);
    for (FormField &field : fields)
        field.name = dotted(field.name);
    return fields;
}

/// A long order has more lines than are read, and what it is about stands in the outer ones.
void outermostFirst(QList<FormField> &fields)
{
    std::stable_sort(fields.begin(), fields.end(), [](const FormField &one, const FormField &other) {
        return one.name.count('.') < other.name.count('.');
    });
}

OpenedNotification openHook(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer)
{
    const ReceivedRequest cleaned = withoutBuyer(arrived, personalFields(), buyer);
    QList<FormField> fields = fieldsOf(arrived);
    if (!tells(fields, "event"))
        return {Signature::Unreadable, cleaned};
    if (secret.isEmpty())
        return {Signature::NoSecret, cleaned};
    const QByteArray *given = valueOf(fields, "thrivecart_secret");
    if (!given || !isSameSecret(*given, secret))
        return {Signature::Wrong, cleaned};
    outermostFirst(fields);
    const QList<FormField> kept = withoutBuyer(fields, personalFields(), buyer);
    if (!tells(kept, "event"))
        return {Signature::Unreadable, cleaned};
    return {Signature::Right, withForm(arrived, kept)};
}

/// All payments of a subscription have one order, so it is the invoice that tells them apart.
void nameRebill(const PostbackFields &fields, PostbackReading &reading)
{
    reading.event = rebillEvent();
    const QString invoice = textOf(fields, "invoice_id");
    if (!invoice.isEmpty())
        reading.transactionId += u'/' + invoice;
}

PostbackReading readHook(const ReceivedRequest &kept, const NetworkPreset &preset,
                         const AffiliateNetwork &network)
{
    // Behind a word of its other programming interface, which has others for the same, there may be money.
    static const NewsWords words{{},
                                 {"cart.abandoned", "customer_updated", "affiliate.commission_earned",
                                  "affiliate.commission_payout", "affiliate.commission_refund"},
                                 false};
    PostbackReading reading = readPostback(kept, preset, network);
    const PostbackFields fields(kept);
    reading.isReceipt = true;
    if (says(fields, "event", "order.subscription_payment"))
        nameRebill(fields, reading);
    readNews(fields, preset, words, reading);
    const bool isTest = says(fields, "mode", "test") || says(fields, "mode_int", "1");
    if (reading.kind == NewsKind::Money && isTest)
        markTest(reading);
    return reading;
}

} // namespace

Protocol thriveCart()
{
    return {QLatin1StringView("thrivecart"), true, openHook, readHook};
}

} // namespace Matchbook
