// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "warriorplussender.h"

namespace Matchbook {

SenderForm WarriorPlusSender::sale()
{
    return {{"WP_ACTION", "sale"},
            {"WP_SALE", "sale_7654321"},
            {"WP_ITEM_NAME", "Café Course"},
            {"WP_ITEM_NUMBER", "wso_abc123"},
            {"WP_SALE_AMOUNT", "47.00"},
            {"WP_SALE_CURRENCY", "USD"},
            {"WP_SALE_EARNINGS_AFF", "23.50"},
            {"WP_SALE_EARNINGS_VENDOR", "20.50"},
            {"WP_TXNID", "9AB12345CD678901E"},
            {"WP_SALEID", "7654321"},
            {"WP_PAYMETHOD", "paypal"},
            {"WP_PAYMENT_STATUS", "Completed"},
            {"IPN_ID", "100001"},
            {"IPN_RCPT_TYPE", "aff"},
            {"WP_AFFID", "4711"},
            {"WP_SID", "m5gc77g00n5y4y0vr933"}};
}

SenderForm WarriorPlusSender::toVendor()
{
    return sale()
            .with("IPN_RCPT_TYPE", "vend")
            .with("IPN_ID", "100002")
            .with("WP_BUYER_NAME", "Jane Doe")
            .with("WP_BUYER_EMAIL", "Jane.Doe@example.com")
            .with("WP_BUYER_IP", "203.0.113.7")
            .with("WP_BUYER_ADDRESS1", "Sample Street 1")
            .with("WP_CHECKOUT_CUSTOM", "c=x&email=jane%40example.com");
}

SenderForm WarriorPlusSender::payment(int number)
{
    const QByteArray text = QByteArray::number(number);
    return sale()
            .with("WP_ACTION", "subscr_completed")
            .with("WP_SUBSCR_ID", "555")
            .with("WP_SUBSCR_PAYMENT_NUM", text)
            .with("WP_SUBSCR_PAYMENT_TXNID", "PAY" + text)
            .with("IPN_ID", "20000" + text);
}

SenderForm WarriorPlusSender::refund()
{
    return sale().with("WP_ACTION", "refund").with("WP_PAYMENT_STATUS", "Refunded").with("IPN_ID", "100003");
}

SenderForm WarriorPlusSender::refundOfPayment(int number)
{
    return payment(number).with("WP_ACTION", "subscr_refunded").with("WP_PAYMENT_STATUS", "Refunded");
}

SenderForm WarriorPlusSender::dispute()
{
    return sale().with("WP_ACTION", "dispute").with("IPN_ID", "100004");
}

SenderForm WarriorPlusSender::news(const QByteArray &action)
{
    return sale().with("WP_ACTION", action).with("WP_SUBSCR_ID", "555").with("IPN_ID", "100005");
}

} // namespace Matchbook
