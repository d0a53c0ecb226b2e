// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "digistore24sender.h"

#include <QCryptographicHash>
#include <QMap>

namespace Matchbook {

SenderForm Digistore24Sender::sale() const
{
    return {{"event", "on_payment"},
            {"event_label", "Payment"},
            {"api_mode", "live"},
            {"order_id", "ABCD1234"},
            {"transaction_id", "100200300"},
            {"transaction_type", "payment"},
            {"order_type", "initial_sale"},
            {"billing_type", "subscription"},
            {"pay_sequence_no", "1"},
            {"amount_brutto", "47.00"},
            {"amount_affiliate", "23.50"},
            {"currency", "EUR"},
            {"product_id", "12345"},
            {"product_name", "Fußball & mehr"},
            {"affiliate_name", "testaff"},
            {"campaignkey", "m5gc77g00n5y4y0vr933"},
            {"trackingkey", ""},
            {"custom", ""},
            {"email", "Jane.Doe@example.com"},
            {"address_first_name", "Jane"},
            {"address_last_name", "Doe"},
            {"address_street", "Sample Street 1"},
            {"address_city", "Sampletown"},
            {"address_zipcode", "01234"},
            {"address_phone_no", "+49 170 1234567"},
            {"receipt_url", "https://www.example.com/receipt/secretpart"}};
}

SenderForm Digistore24Sender::rebill() const
{
    return sale()
            .with("transaction_id", "100200311")
            .with("parent_transaction_id", "100200300")
            .with("pay_sequence_no", "2");
}

SenderForm Digistore24Sender::refund() const
{
    return sale()
            .with("event", "on_refund")
            .with("transaction_type", "refund")
            .with("transaction_id", "100200322")
            .with("parent_transaction_id", "100200300")
            .with("amount_affiliate", "-23.50");
}

SenderForm Digistore24Sender::chargeback() const
{
    return refund()
            .with("event", "on_chargeback")
            .with("transaction_type", "chargeback")
            .with("transaction_id", "100200333");
}

SenderForm Digistore24Sender::testPurchase() const
{
    return sale().with("api_mode", "test");
}

SenderForm Digistore24Sender::connectionTest() const
{
    return {{"event", "connection_test"}, {"api_mode", "live"}, {"ipn_version", "1.2"}};
}

SenderForm Digistore24Sender::news(const QByteArray &event) const
{
    return sale().with("event", event).without("amount_affiliate");
}

QByteArray Digistore24Sender::signatureOf(const SenderForm &form) const
{
    QMap<QByteArray, QByteArray> sorted;
    for (const auto &[name, value] : form.fields())
        sorted.insert(name, value);
    sorted.remove("sha_sign");
    sorted.remove("SHASIGN");
    QCryptographicHash hash(QCryptographicHash::Sha512);
    for (auto it = sorted.cbegin(); it != sorted.cend(); ++it) {
        if (!it.value().isEmpty())
            hash.addData(QByteArray(it.key() + "=" + it.value() + m_passphrase));
    }
    return hash.result().toHex().toUpper();
}

} // namespace Matchbook
