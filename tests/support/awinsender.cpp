// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "awinsender.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Matchbook::AwinSender {

namespace {

QByteArray jsonOf(const QJsonObject &transaction)
{
    return QJsonDocument(transaction).toJson(QJsonDocument::Compact);
}

} // namespace

QJsonObject transaction()
{
    const QByteArray text = R"({"transactionId":"244231459","transactionDate":"2016-12-06 18:35:28",
        "transactionAmount":"33.7","commission":"0.67","affiliateId":"242611","merchantId":"2678","groupId":"0",
        "bannerId":"0","clickRef":"","clickRef2":"m5gc77g00n5y4y0vr933","clickThroughTime":"2016-12-06 07:15:24",
        "clickTime":"2016-12-06 07:15:24","url":"https:\/\/www.example.com\/?to=jane%40example.com",
        "transactionCurrency":"GBP","commissionGroups":[{"id":"47963","name":"Default","code":"DEFAULT"}],
        "products":[{"productName":"Heima","unitPrice":"14.99","quantity":"1"}]})";
    return QJsonDocument::fromJson(text).object();
}

ReceivedRequest inField(const QJsonObject &transaction)
{
    return SenderForm({{"AwinTransactionPush", jsonOf(transaction)}}).posted();
}

ReceivedRequest asBody(const QJsonObject &transaction)
{
    return SenderForm::post(jsonOf(transaction), "application/json");
}

ReceivedRequest inQueryField(const QJsonObject &transaction)
{
    return SenderForm({{"AwinTransactionPush", jsonOf(transaction)}}).asQuery();
}

ReceivedRequest asQuery(const QJsonObject &transaction)
{
    SenderForm form;
    for (auto it = transaction.begin(); it != transaction.end(); ++it) {
        if (it.value().isString())
            form = form.with(it.key().toUtf8(), it.value().toString().toUtf8());
    }
    return form.asQuery();
}

} // namespace Matchbook::AwinSender
