// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paykickstart.h"

#include "digests.h"
#include "networkform.h"
#include "newswords.h"
#include "personalfields.h"

#include <algorithm>

namespace Matchbook {

namespace {

const PersonalFields &personalFields()
{
    static const PersonalFields names{{"buyer_*", "billing_*", "shipping_*", "vendor_first_name",
                                       "vendor_last_name", "*affiliate_first_name", "*affiliate_last_name",
                                       "*_ip", "ip", "*ip_address", "*tax_id", "*vat_number", "*birth*",
                                       "license*", "*_url", "*username*"},
                                      {"*email*"},
                                      {"*phone*"},
                                      {},
                                      {"hash", "verification_code", "*password*", "*secret*"}};
    return names;
}

/// What PHP's trim() takes away.
QByteArray trimmedAsSent(const QByteArray &value)
{
    constexpr QByteArrayView blanks(" \t\n\r\0\x0B", 6);
    QByteArrayView text = value;
    while (!text.isEmpty() && blanks.contains(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && blanks.contains(text.back()))
        text.chop(1);
    return text.toByteArray();
}

/// The bytes of a two-byte UTF-8 sequence below U+0100; 0 for anything else at this place.
char latin1At(QByteArrayView text)
{
    const bool isPair
            = text.size() >= 2 && (text[0] == '\xC2' || text[0] == '\xC3') && (uchar(text[1]) & 0xC0) == 0x80;
    return isPair ? char((uchar(text[0]) << 6) | (uchar(text[1]) & 0x3F)) : '\0';
}

/// UTF-8 as ISO-8859-1. What that does not have is left out.
QByteArray asLatin1(QByteArrayView text)
{
    QByteArray latin1;
    latin1.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (uchar(text[at]) < 0x80) {
            latin1 += text[at];
        } else if (const char c = latin1At(text.sliced(at))) {
            latin1 += c;
            ++at;
        }
    }
    return latin1;
}

/// What the sender signs: trimmed, by name, without lists and without what PHP calls empty, which `0` is as well.
QList<FormField> signedFields(const QList<FormField> &form)
{
    QList<FormField> fields;
    for (const FormField &field : form) {
        const bool isOut
                = field.name == "hash" || field.name == "verification_code" || field.name.contains('[');
        const QByteArray value = trimmedAsSent(field.value);
        if (!isOut && !value.isEmpty() && value != "0")
            fields.append({field.name, value});
    }
    std::sort(fields.begin(), fields.end(),
              [](const FormField &one, const FormField &other) { return one.name < other.name; });
    return fields;
}

bool isSignedBy(const QByteArray &secret, const QList<FormField> &fields, const QByteArray &given)
{
    QByteArrayList values;
    for (const FormField &field : fields)
        values.append(field.value);
    const QByteArray text = values.join('|');
    // Its documentation converts the text, its sample code does not. Both are checked, always, so that the time tells nothing.
    const bool asDocumented = isSameSecret(given, hmacHex(Digest::Sha1, secret, asLatin1(text)));
    const bool asInSample = isSameSecret(given, hmacHex(Digest::Sha1, secret, text));
    return asDocumented || asInSample;
}

/// What was signed, and the zeros that were not: a commission of nothing is an amount, too.
QList<FormField> withZeros(QList<FormField> fields, const QList<FormField> &form)
{
    for (const FormField &field : form) {
        if (trimmedAsSent(field.value) == "0" && !field.name.contains('['))
            fields.append({field.name, "0"});
    }
    return fields;
}

/// How its values are put together is not documented, so it cannot be checked.
constexpr char oldSignature[] = "verification_code";

/// The form of before, which has no hash: that it was signed at all is kept, for whoever wonders why it is not believed.
ReceivedRequest oldForm(const ReceivedRequest &arrived, const QList<FormField> &form, BuyerData buyer)
{
    return withForm(arrived, withoutBuyer(form, personalFields(), buyer) << FormField{oldSignature, {}});
}

OpenedNotification open(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer,
                        Signature withoutSecret)
{
    const ReceivedRequest cleaned = withoutBuyer(arrived, personalFields(), buyer);
    const QList<FormField> form = networkForm(arrived);
    const QList<FormField> fields = signedFields(form);
    const QList<FormField> kept = withoutBuyer(withZeros(fields, form), personalFields(), buyer);
    if (!tells(kept, "event"))
        return {Signature::Unreadable, cleaned};
    if (secret.isEmpty())
        return {withoutSecret, withoutSecret == Signature::Unchecked ? withForm(arrived, kept) : cleaned};
    const QByteArray *given = valueOf(form, "hash");
    if (!given && tells(form, oldSignature))
        return {Signature::Wrong, oldForm(arrived, form, buyer)};
    if (!given || !isSignedBy(secret, fields, given->trimmed().toLower()))
        return {Signature::Wrong, cleaned};
    return {Signature::Right, withForm(arrived, kept)};
}

OpenedNotification openIpn(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer)
{
    return open(arrived, secret, buyer, Signature::NoSecret);
}

OpenedNotification openAffiliateIpn(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer)
{
    return open(arrived, secret, buyer, Signature::Unchecked);
}

PostbackReading readIpn(const ReceivedRequest &kept, const NetworkPreset &preset,
                        const AffiliateNetwork &network)
{
    PostbackReading reading = readPostback(kept, preset, network);
    const PostbackFields fields(kept);
    reading.isReceipt = true;
    if (fields.has(QString::fromLatin1(oldSignature)))
        reading.oldSignature = QString::fromLatin1(oldSignature);
    if (says(fields, "is_rebill", "1") || says(fields, "is_rebill", "true"))
        reading.event = rebillEvent();
    readNews(fields, preset, {}, reading);
    if (reading.kind == NewsKind::Money && says(fields, "mode", "test"))
        markTest(reading);
    return reading;
}

} // namespace

Protocol payKickstart()
{
    return {QLatin1StringView("paykickstart"), true, openIpn, readIpn};
}

Protocol payKickstartAffiliate()
{
    return {QLatin1StringView("paykickstart_affiliate"), false, openAffiliateIpn, readIpn};
}

} // namespace Matchbook
