// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jvzpayouts.h"

#include "networkform.h"
#include "networks/amount.h"
#include "vocabulary/money.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr qsizetype mostReceivers = 100;

/// `JVZOO DOT COM` as `jvzoo_dot_com`.
QByteArray kindOf(const QJsonObject &receiver)
{
    QByteArray kind
            = receiver.value(QLatin1StringView("payout_type")).toString().trimmed().toLower().toLatin1();
    for (char &c : kind) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        c = isPlain ? c : '_';
    }
    return kind;
}

std::optional<qint64> amountOf(const QJsonObject &receiver)
{
    const QJsonValue amount = receiver.value(QLatin1StringView("payee_amount"));
    const QString text = amount.isDouble() ? QString::number(amount.toDouble(), 'f', 6) : amount.toString();
    return readAmount(text.toUtf8(), DecimalMark::Point).micros;
}

} // namespace

QList<FormField> withPayouts(const QList<FormField> &form)
{
    const QByteArray *list = valueOf(form, "transactionPayouts");
    if (!list)
        return form;
    const QJsonArray receivers = QJsonDocument::fromJson(*list).array();
    QMap<QByteArray, qint64> sums;
    for (qsizetype i = 0; i < std::min(receivers.size(), mostReceivers); ++i) {
        const QJsonObject receiver = receivers[i].toObject();
        const QByteArray kind = kindOf(receiver);
        const auto amount = amountOf(receiver);
        if (!kind.isEmpty() && amount)
            sums[kind] = saturatedSum(sums.value(kind), *amount);
    }
    QList<FormField> fields = form;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it)
        fields.append({"payouts." + it.key(), microsToDecimal(*it).toLatin1()});
    return fields;
}

} // namespace Matchbook
