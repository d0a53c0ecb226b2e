// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jvzoosender.h"

#include <QCryptographicHash>

#include <map>

namespace Matchbook {

namespace {

const QByteArray clickId = "m5gc77g00n5y4y0vr933";

QByteArray firstEight(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex().left(8).toUpper();
}

} // namespace

SenderForm JvzooSender::sale()
{
    return {{"ccustname", "Jane Doe"},
            {"ccuststate", "CA"},
            {"ccustcc", "US"},
            {"ccustemail", "Jane.Doe@example.com"},
            {"cproditem", "123456"},
            {"cprodtitle", "Café Course"},
            {"cprodtype", "RECURRING"},
            {"ctransaction", "SALE"},
            {"ctransaffiliate", "987654"},
            {"ctransamount", "47.00"},
            {"ctranspaymentmethod", "PYPL"},
            {"ctransvendor", "555001"},
            {"ctransreceipt", "AP-0TEST0001"},
            {"cupsellreceipt", ""},
            {"caffitid", clickId},
            {"cvendthru", "c=x&cemail=jane%40example.com"},
            {"ctranstime", "1767351845"}};
}

SenderForm JvzooSender::rebill()
{
    return sale().with("ctransaction", "BILL").with("ctransreceipt", "AP-0TEST0001-B001");
}

SenderForm JvzooSender::refund()
{
    return sale().with("ctransaction", "RFND");
}

SenderForm JvzooSender::chargeback()
{
    return sale().with("ctransaction", "CGBK");
}

SenderForm JvzooSender::news(const QByteArray &type)
{
    return sale().with("ctransaction", type).with("ctransamount", "0");
}

SenderForm JvzooSender::urlTest()
{
    return sale().with("ctransaction", "TEST").with("caffitid", "");
}

QByteArray JvzooSender::signatureOf(const SenderForm &form) const
{
    std::map<QByteArray, QByteArray> sorted;
    for (const auto &[name, value] : form.fields())
        sorted[name] = value;
    QByteArray text;
    for (const auto &[name, value] : sorted)
        text += value + "|";
    return firstEight(text + m_secret);
}

SenderForm JvzooSender::sale2()
{
    return {{"paykey", "AP-TESTPAYKEY1"},
            {"prekey", ""},
            {"transaction_id", "AP-TESTPAYKEY1"},
            {"transaction_type", "SALE"},
            {"total", "47.00"},
            {"tax_total", "0.00"},
            {"status", "COMPLETED"},
            {"date", "2026-01-02 03:04:05"},
            {"payment_method", "PYPL"},
            {"product_id", "123456"},
            {"product_name", "Café Course"},
            {"product_type", "RECURRING"},
            {"vendor_id", "555001"},
            {"affiliate_id", "987654"},
            {"affiliate_name", "Ann Other"},
            {"affiliate_email", "ann@example.com"},
            {"customer_name", "Jane Doe"},
            {"customer_email", "Jane.Doe@example.com"},
            {"customer_phone", "+1 555 0100"},
            {"other_params", "vtid=v&tid=" + clickId + "&email=jane%40example.com"},
            {"tid", clickId},
            {"transactionPayouts",
             R"([{"payee_name":"Ann Other","payout_type":"AFFILIATES","payee_amount":"23.50"},)"
             R"({"payee_name":"JVZoo","payout_type":"JVZOO DOT COM","payee_amount":3},)"
             R"({"payee_email":"vendor@example.com","payout_type":"VENDOR","payee_amount":"20.50"}])"}};
}

SenderForm JvzooSender::rebill2()
{
    return sale2().with("transaction_type", "BILL").with("transaction_id", "AP-TESTPAYKEY1-B001");
}

SenderForm JvzooSender::refund2()
{
    return sale2().with("transaction_type", "RFND").with("total", "-47.00").without("transactionPayouts");
}

QByteArray JvzooSender::signatureOf2(const SenderForm &form) const
{
    QByteArrayList values;
    for (const QByteArray name : {"paykey", "customer_email", "product_name", "transaction_type", "date"}) {
        for (const auto &field : form.fields()) {
            if (field.first == name)
                values.append(field.second);
        }
    }
    return firstEight((values << m_secret).join('|'));
}

} // namespace Matchbook
