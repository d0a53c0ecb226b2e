// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickbanklegacy.h"

#include "cverify.h"
#include "networkform.h"
#include "vocabulary/money.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace Matchbook {

namespace {

struct Renamed {
    QByteArrayView before;
    QLatin1StringView now;
};

constexpr std::array texts{
        Renamed{"ctransreceipt", QLatin1StringView("receipt")},
        Renamed{"ctransaction", QLatin1StringView("transactionType")},
        Renamed{"ctranstime", QLatin1StringView("transactionTime")},
        Renamed{"ctransrole", QLatin1StringView("role")},
        Renamed{"ctransaffiliate", QLatin1StringView("affiliate")},
        Renamed{"ctranspublisher", QLatin1StringView("vendor")},
        Renamed{"ctransvendor", QLatin1StringView("vendor")},
        Renamed{"ctranspaymentmethod", QLatin1StringView("paymentMethod")},
        Renamed{"ccurrency", QLatin1StringView("currency")},
        Renamed{"cnoticeversion", QLatin1StringView("version")},
};

/// What the receiving account earned, and what the customer paid.
constexpr std::array amounts{
        Renamed{"caccountamount", QLatin1StringView("totalAccountAmount")},
        Renamed{"corderamount", QLatin1StringView("totalOrderAmount")},
};

constexpr std::array<QByteArrayView, 2> trackingCodes{"ctid", "caffitid"};
constexpr qint64 microsPerCent = 10'000;
/// A million dollars: more is no amount, and is left to the reader to refuse.
constexpr qint64 mostCents = 100'000'000;

template<std::size_t size>
QLatin1StringView nameNow(const std::array<Renamed, size> &names, const QByteArray &before)
{
    const auto found = std::find_if(names.cbegin(), names.cend(),
                                    [&before](const Renamed &one) { return one.before == before; });
    return found == names.cend() ? QLatin1StringView() : found->now;
}

QString dollars(const QByteArray &cents)
{
    bool isNumber = false;
    const qint64 number = cents.trimmed().toLongLong(&isNumber);
    if (!isNumber || number > mostCents || number < -mostCents)
        return displayText(cents);
    return microsToDecimal(number * microsPerCent);
}

} // namespace

bool isClickBankForm(const QList<FormField> &form)
{
    return valueOf(form, "ctransaction") && valueOf(form, "ctransreceipt");
}

bool isClickBankFormSigned(const QList<FormField> &form, const QByteArray &secret)
{
    return isSignedWith(form, cverifyOf(form, secret));
}

QJsonObject modernNotification(const QList<FormField> &form)
{
    QJsonObject notification;
    QJsonArray codes;
    for (const FormField &field : form) {
        const QLatin1StringView text = nameNow(texts, field.name);
        const QLatin1StringView amount = nameNow(amounts, field.name);
        const QString value = displayText(field.value);
        const bool isCode
                = std::find(trackingCodes.cbegin(), trackingCodes.cend(), field.name) != trackingCodes.cend();
        if (!text.isEmpty())
            notification.insert(text, value);
        else if (!amount.isEmpty())
            notification.insert(amount, dollars(field.value));
        else if (!isCode)
            notification.insert(displayText(field.name), value);
        else if (!value.isEmpty() && !codes.contains(value))
            codes.append(value);
    }
    notification.insert(QLatin1StringView("trackingCodes"), codes);
    return notification;
}

} // namespace Matchbook
