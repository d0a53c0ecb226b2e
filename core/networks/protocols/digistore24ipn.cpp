// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "digistore24ipn.h"

#include "digests.h"
#include "networkform.h"
#include "newswords.h"
#include "personalfields.h"

#include <algorithm>

namespace Matchbook {

namespace {

const PersonalFields &personalFields()
{
    static const PersonalFields names{{"address_*",     "buyer_*",      "*first_name", "*last_name",
                                       "*salutation",   "*street*",     "*zipcode",    "*city",
                                       "*company",      "*tax_id",      "*_ip",        "ip",
                                       "*ip_address",   "*birth*",      "license_*",   "eticket_*",
                                       "form_*",        "custom_form*", "*_url",       "*username*",
                                       "billing_state", "delivery_*",   "customer_*",  "note"},
                                      {"*email*"},
                                      {"*phone*"},
                                      {},
                                      {"sha_sign", "shasign", "*password*", "*passphrase*"}};
    return names;
}

bool isSignature(QByteArrayView name)
{
    return name == "sha_sign" || name == "SHASIGN";
}

/// What is signed: every field that has a value, by name. The items of a list stay in the order sent.
QList<FormField> signedFields(const QList<FormField> &form)
{
    const auto key = [](const FormField &field) {
        const qsizetype bracket = field.name.indexOf('[');
        return bracket > 0 ? QByteArrayView(field.name).first(bracket) : QByteArrayView(field.name);
    };
    QList<FormField> fields;
    std::copy_if(form.cbegin(), form.cend(), std::back_inserter(fields),
                 [](const FormField &field) { return !isSignature(field.name) && !field.value.isEmpty(); });
    std::stable_sort(fields.begin(), fields.end(), [&key](const FormField &one, const FormField &other) {
        return key(one).compare(key(other)) < 0;
    });
    return fields;
}

QByteArray signatureOf(const QList<FormField> &fields, const QByteArray &passphrase)
{
    QByteArray text;
    for (const FormField &field : fields)
        text += field.name + '=' + field.value + passphrase;
    return digestHex(Digest::Sha512, text).toUpper();
}

OpenedNotification openIpn(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer)
{
    const ReceivedRequest cleaned = withoutBuyer(arrived, personalFields(), buyer);
    const QList<FormField> form = networkForm(arrived);
    if (!tells(form, "event"))
        return {Signature::Unreadable, cleaned};
    if (secret.isEmpty())
        return {Signature::NoSecret, cleaned};
    const QByteArray *given = valueOf(form, "sha_sign");
    if (!given)
        given = valueOf(form, "SHASIGN");
    const QList<FormField> fields = signedFields(form);
    const QByteArray expected = signatureOf(fields, secret);
    if (!given || expected.isEmpty() || !isSameSecret(given->trimmed().toUpper(), expected))
        return {Signature::Wrong, cleaned};
    const QList<FormField> kept = withoutBuyer(fields, personalFields(), buyer);
    if (!tells(kept, "event"))
        return {Signature::Unreadable, cleaned};
    return {Signature::Right, withForm(arrived, kept)};
}

/// A refund is a transaction of its own, and names the payment that it takes back.
void nameThePayment(const PostbackFields &fields, PostbackReading &reading)
{
    const bool takesBack
            = reading.status == ConversionStatus::Refunded || reading.status == ConversionStatus::ChargedBack;
    const QString payment = takesBack ? textOf(fields, "parent_transaction_id") : reading.transactionId;
    if (payment.isEmpty() || payment == QStringLiteral("0"))
        return;
    reading.transactionId = payment;
    reading.isReceipt = true;
}

PostbackReading readIpn(const ReceivedRequest &kept, const NetworkPreset &preset,
                        const AffiliateNetwork &network)
{
    static const NewsWords words{{"connection_test"}, {"on_affiliation", "eticket", "custom_form"}, true};
    PostbackReading reading = readPostback(kept, preset, network);
    const PostbackFields fields(kept);
    nameThePayment(fields, reading);
    // 0 is a single payment and 1 the first of several.
    if (textOf(fields, "pay_sequence_no").toInt() >= 2)
        reading.event = rebillEvent();
    readNews(fields, preset, words, reading);
    if (reading.kind == NewsKind::Money && says(fields, "api_mode", "test"))
        markTest(reading);
    return reading;
}

} // namespace

Protocol digistore24Ipn()
{
    return {QLatin1StringView("digistore24_ipn"), true, openIpn, readIpn};
}

} // namespace Matchbook
