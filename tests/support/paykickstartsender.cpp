// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paykickstartsender.h"

#include <QMap>
#include <QMessageAuthenticationCode>

namespace Matchbook {

namespace {

/// What is signed, as text.
QString joined(const SenderForm &form)
{
    QMap<QByteArray, QString> sorted;
    for (const auto &[name, value] : form.fields()) {
        const QString text = QString::fromUtf8(value).trimmed();
        if (name != "hash" && name != "verification_code" && !text.isEmpty() && text != QStringLiteral("0"))
            sorted.insert(name, text);
    }
    return QStringList(sorted.values()).join(u'|');
}

QByteArray hmac(const QByteArray &text, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha1).toHex();
}

} // namespace

SenderForm PayKickstartSender::sale() const
{
    return {{"event", "sales"},
            {"mode", "live"},
            {"payment_processor", "stripe"},
            {"is_rebill", "0"},
            {"amount", "9.99"},
            {"buyer_ip", "192.0.2.77"},
            {"buyer_first_name", "Zoé"},
            {"buyer_last_name", "  Müller–Ω "},
            {"buyer_email", "zoe@example.com"},
            {"billing_city", ""},
            {"billing_address_1", "Sample Street 1"},
            {"transaction_id", "PK-TN0LNO7XWR"},
            {"invoice_id", "PK-PZ1WK636WR"},
            {"tracking_id", "m5gc77g00n5y4y0vr933"},
            {"transaction_time", "1767229200"},
            {"product_id", "2354"},
            {"product_name", "Café – Main"},
            {"affiliate_email", "bob@example.com"},
            {"affiliate_commission_amount", "4.99"},
            {"affiliate_commission_percent", "50"},
            {"verification_code", "e2288202ad23b877c3498a6db6214b5a417b75a4"}};
}

SenderForm PayKickstartSender::rebill() const
{
    return sale()
            .with("event", "subscription-payment")
            .with("is_rebill", "1")
            .with("transaction_id", "PK-REBILL0002")
            .with("transaction_time", "1769907600");
}

SenderForm PayKickstartSender::refund() const
{
    return sale().with("event", "refund").with("affiliate_commission_amount", "-4.99");
}

SenderForm PayKickstartSender::testSale() const
{
    return sale().with("mode", "test");
}

SenderForm PayKickstartSender::news(const QByteArray &event) const
{
    return sale().with("event", event).without("affiliate_commission_amount");
}

SenderForm PayKickstartSender::affiliateCopy() const
{
    return {{"event", "sales"},
            {"mode", "live"},
            {"transaction_id", "PK-TN0LNO7XWR"},
            {"tracking_id", "m5gc77g00n5y4y0vr933"},
            {"affiliate_commission_amount", "4.99"}};
}

QByteArray PayKickstartSender::hashOf(const SenderForm &form) const
{
    QString text = joined(form);
    text.removeIf([](QChar c) { return c.unicode() > 0xFF; });
    return hmac(text.toLatin1(), m_secretKey);
}

QByteArray PayKickstartSender::hashWithoutConversion(const SenderForm &form) const
{
    return hmac(joined(form).toUtf8(), m_secretKey);
}

} // namespace Matchbook
