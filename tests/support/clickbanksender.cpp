// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickbanksender.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <openssl/evp.h>

namespace Matchbook {

namespace {

const QString clickId = QStringLiteral("m5gc77g00n5y4y0vr933");

QJsonObject ofType(QJsonObject notification, const QString &type)
{
    notification.insert(QStringLiteral("transactionType"), type);
    return notification;
}

QJsonObject withReceipt(QJsonObject notification, const QString &receipt)
{
    notification.insert(QStringLiteral("receipt"), receipt);
    return notification;
}

QJsonObject person()
{
    return {{QStringLiteral("firstName"), QStringLiteral("Jane")},
            {QStringLiteral("lastName"), QStringLiteral("Doe")},
            {QStringLiteral("fullName"), QStringLiteral("Jane Doe")},
            {QStringLiteral("phoneNumber"), QStringLiteral("+49 170 1234567")},
            {QStringLiteral("email"), QStringLiteral("Jane.Doe@example.com")},
            {QStringLiteral("address"),
             QJsonObject{{QStringLiteral("address1"), QStringLiteral("Sample Street 1")},
                         {QStringLiteral("city"), QStringLiteral("Sampletown")},
                         {QStringLiteral("country"), QStringLiteral("DE")}}}};
}

} // namespace

QJsonObject ClickBankSender::sale()
{
    return {{QStringLiteral("transactionTime"), QStringLiteral("20260102T030405-0800")},
            {QStringLiteral("receipt"), QStringLiteral("CWOGBZLN")},
            {QStringLiteral("transactionType"), QStringLiteral("SALE")},
            {QStringLiteral("vendor"), QStringLiteral("testvendor")},
            {QStringLiteral("affiliate"), QStringLiteral("testaff")},
            {QStringLiteral("role"), QStringLiteral("AFFILIATE")},
            {QStringLiteral("totalAccountAmount"), 12.34},
            {QStringLiteral("paymentMethod"), QStringLiteral("VISA")},
            {QStringLiteral("trackingCodes"), QJsonArray{clickId}},
            {QStringLiteral("lineItems"),
             QJsonArray{QJsonObject{{QStringLiteral("itemNo"), QStringLiteral("1")},
                                    {QStringLiteral("productTitle"), QStringLiteral("Café Course")},
                                    {QStringLiteral("recurring"), true},
                                    {QStringLiteral("accountAmount"), 12.34},
                                    {QStringLiteral("lineItemType"), QStringLiteral("ORIGINAL")}}}},
            {QStringLiteral("version"), 8.0},
            {QStringLiteral("attemptCount"), 1},
            {QStringLiteral("affiliateTrackingParameters"),
             QJsonObject{{QStringLiteral("extclid"), clickId},
                         {QStringLiteral("campaign"), QStringLiteral("spring")}}}};
}

QJsonObject ClickBankSender::rebill(int number)
{
    const QString receipt = QStringLiteral("CWOGBZLN-B%1").arg(number, 3, 10, QLatin1Char('0'));
    return withReceipt(ofType(sale(), QStringLiteral("BILL")), receipt);
}

QJsonObject ClickBankSender::refund(const QString &receipt)
{
    return withReceipt(ofType(sale(), QStringLiteral("RFND")), receipt);
}

QJsonObject ClickBankSender::chargeback(const QString &receipt)
{
    return withReceipt(ofType(sale(), QStringLiteral("CGBK")), receipt);
}

QJsonObject ClickBankSender::news(const QString &type)
{
    QJsonObject notification = ofType(sale(), type);
    notification.insert(QStringLiteral("totalAccountAmount"), 0);
    return notification;
}

QJsonObject ClickBankSender::urlTest()
{
    QJsonObject notification
            = withReceipt(ofType(sale(), QStringLiteral("TEST")), QStringLiteral("********"));
    notification.remove(QStringLiteral("trackingCodes"));
    notification.remove(QStringLiteral("affiliateTrackingParameters"));
    return notification;
}

QJsonObject ClickBankSender::testPurchase(const QString &type)
{
    QJsonObject notification = ofType(sale(), type);
    notification.insert(QStringLiteral("paymentMethod"), QStringLiteral("TEST"));
    return notification;
}

QJsonObject ClickBankSender::forVendor()
{
    QJsonObject notification = sale();
    notification.insert(QStringLiteral("role"), QStringLiteral("VENDOR"));
    notification.insert(QStringLiteral("totalAccountAmount"), 30.5);
    notification.insert(QStringLiteral("currency"), QStringLiteral("EUR"));
    notification.insert(QStringLiteral("customer"),
                        QJsonObject{{QStringLiteral("billing"), person()},
                                    {QStringLiteral("shipping"), person()}});
    notification.insert(QStringLiteral("vendorVariables"),
                        QJsonObject{{QStringLiteral("v1"), QStringLiteral("a")},
                                    {QStringLiteral("cemail"), QStringLiteral("jane@example.com")}});
    return notification;
}

QByteArray ClickBankSender::plain(const QJsonObject &notification)
{
    return QJsonDocument(notification).toJson(QJsonDocument::Compact);
}

ClickBankSender::Envelope ClickBankSender::encrypted(const QByteArray &text, const QByteArray &padding) const
{
    const QByteArray key = QCryptographicHash::hash(m_secret, QCryptographicHash::Sha1).toHex().left(32);
    const QByteArray iv = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f");
    const auto bytes = [](const QByteArray &from) {
        return reinterpret_cast<const unsigned char *>(from.constData());
    };
    const QByteArray whole = text + padding;
    QByteArray out(whole.size() + 32, '\0');
    auto *to = reinterpret_cast<unsigned char *>(out.data());
    int written = 0;
    int rest = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), nullptr, bytes(key), bytes(iv));
    EVP_CIPHER_CTX_set_padding(context, padding.isNull() ? 1 : 0);
    EVP_EncryptUpdate(context, to, &written, bytes(whole), int(whole.size()));
    EVP_EncryptFinal_ex(context, to + written, &rest);
    EVP_CIPHER_CTX_free(context);
    return {out.left(written + rest), iv};
}

ReceivedRequest ClickBankSender::asJson(const Envelope &envelope)
{
    const QByteArray body = "{\"notification\":\"" + envelope.notification.toBase64() + "\",\"iv\":\""
            + envelope.iv.toBase64() + "\"}";
    return SenderForm::post(body, "application/json");
}

ReceivedRequest ClickBankSender::sendAsForm(const QJsonObject &notification) const
{
    const Envelope envelope = encrypted(plain(notification));
    return SenderForm{{"notification", envelope.notification.toBase64()}, {"iv", envelope.iv.toBase64()}}
            .posted();
}

ReceivedRequest ClickBankSender::tampered(const QJsonObject &notification) const
{
    Envelope envelope = encrypted(plain(notification));
    envelope.notification[40] = char(envelope.notification[40] ^ 1);
    return asJson(envelope);
}

ReceivedRequest ClickBankSender::truncated(const QJsonObject &notification, int bytes) const
{
    Envelope envelope = encrypted(plain(notification));
    envelope.notification.chop(bytes);
    return asJson(envelope);
}

ReceivedRequest ClickBankSender::sendPadded(const QByteArray &text, const QByteArray &padding) const
{
    return asJson(encrypted(text, padding));
}

SenderForm ClickBankSender::legacySale()
{
    return {{"ccustname", "Jane Doe"},
            {"ccustemail", "jane.doe@example.com"},
            {"ccustcc", "DE"},
            {"cproditem", "1"},
            {"cprodtitle", "Café Course"},
            {"cprodtype", "STANDARD"},
            {"ctransaction", "SALE"},
            {"ctransaffiliate", "testaff"},
            {"ctransvendor", "testvendor"},
            {"ctransreceipt", "CWOGBZLN"},
            {"ctransrole", "AFFILIATE"},
            {"caccountamount", "1234"},
            {"corderamount", "4700"},
            {"ctid", clickId.toUtf8()},
            {"caffitid", clickId.toUtf8()},
            {"cvendthru", "c=x&email=jane%40example.com"},
            {"ctranstime", "1767351845"},
            {"cnoticeversion", "4.0"}};
}

QByteArray ClickBankSender::signatureOf(const SenderForm &form) const
{
    QMap<QByteArray, QByteArray> sorted;
    for (const auto &[name, value] : form.fields())
        sorted.insert(name, value);
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData((sorted.values() << m_secret).join('|'));
    return hash.result().toHex().left(8).toUpper();
}

} // namespace Matchbook
