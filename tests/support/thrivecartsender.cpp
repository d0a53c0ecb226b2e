// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "thrivecartsender.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Matchbook {

SenderForm ThriveCartSender::sale() const
{
    return {{"event", "order.success"},
            {"mode", "live"},
            {"mode_int", "2"},
            {"thrivecart_account", "generic"},
            {"base_product", "7"},
            {"base_product_name", "Course"},
            {"order_id", "1514394"},
            {"invoice_id", "000000005"},
            {"order_timestamp", "1767229200"},
            {"currency", "USD"},
            {"customer_id", "6702306"},
            {"customer_identifier", "jane@example.com"},
            {"customer[email]", "jane@example.com"},
            {"customer[first_name]", "Jane"},
            {"customer[last_name]", "Smith"},
            {"customer[ip_address]", "192.0.2.77"},
            {"customer[address][city]", "Sampletown"},
            {"customer[contactno]", "+1 555 0100"},
            {"affiliate", "null"},
            {"order[tax]", "null"},
            {"order[processor]", "stripe"},
            {"order[total]", "10000"},
            {"order[total_str]", "100.00"},
            {"order[charges][0][name]", "Course"},
            {"order[charges][0][amount]", "10000"},
            {"purchases[0]", "Course"},
            {"passthrough[clickid]", "m5gc77g00n5y4y0vr933"}};
}

SenderForm ThriveCartSender::rebill() const
{
    return sale()
            .with("event", "order.subscription_payment")
            .with("invoice_id", "000000006")
            .with("subscription_id", "5440433")
            .with("order[total]", "2900");
}

SenderForm ThriveCartSender::refund() const
{
    return sale()
            .with("event", "order.refund")
            .with("refund[type]", "product")
            .with("refund[currency]", "USD")
            .with("refund[amount]", "4000");
}

SenderForm ThriveCartSender::testOrder() const
{
    return sale().with("mode", "test").with("mode_int", "1");
}

SenderForm ThriveCartSender::news(const QByteArray &event) const
{
    return sale().with("event", event);
}

ReceivedRequest ThriveCartSender::saleAsJson() const
{
    const auto text = [](const char *value) { return QString::fromUtf8(value); };
    const QJsonObject customer{{text("email"), text("jane@example.com")},
                               {text("ip_address"), text("192.0.2.77")},
                               {text("address"), QJsonObject{{text("city"), text("Sampletown")}}}};
    const QJsonObject order{{text("total"), 10000},
                            {text("charges"), QJsonArray{QJsonObject{{text("name"), text("Course")}}}}};
    const QJsonObject message{{text("event"), text("order.success")},
                              {text("mode"), text("live")},
                              {text("thrivecart_secret"), QString::fromUtf8(m_secretWord)},
                              {text("order_id"), 1514394},
                              {text("currency"), text("USD")},
                              {text("customer"), customer},
                              {text("order"), order},
                              {text("passthrough"),
                               QJsonObject{{text("clickid"), text("m5gc77g00n5y4y0vr933")}}}};
    return SenderForm::post(QJsonDocument(message).toJson(QJsonDocument::Compact), "application/json");
}

} // namespace Matchbook
