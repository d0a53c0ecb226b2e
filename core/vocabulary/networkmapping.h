// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conversion.h"
#include "expected.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace Matchbook {

/// What a parameter of a postback stands for.
enum class FieldMeaning { ClickId, Payout, Currency, TransactionId, Status, Event };
QLatin1StringView meaningWord(
        FieldMeaning meaning); ///< click_id, payout, currency, transaction_id, status, event
std::optional<FieldMeaning> meaningFromWord(QStringView word);

/// What the person has put into the postback URLs of one network before copying them.
struct OwnPostbackUrl {
    QStringList
            queries; ///< in place of the parameters of the preset's URLs, in their order; empty: the preset's
    QHash<QString, QString> constants; ///< what stands in place of `<name>`; none of them empty

    /// Puts \a query in place of the parameters of the URL at \a index.
    void setQuery(qsizetype index, const QString &query);
    bool isEmpty() const { return queries.isEmpty() && constants.isEmpty(); }
    friend bool operator==(const OwnPostbackUrl &, const OwnPostbackUrl &) = default;
};

/// How the person reads the reports of one network, as chosen when one was imported last.
struct OwnReport {
    QMap<QString, QString>
            columns; ///< the column's name by its meaning: a word of FieldMeaning's, or `date`. Empty: none was imported
    QString decimalMark; ///< auto, point, comma; empty: as guessed
    QString dateFormat; ///< iso, dmy, mdy; empty: as guessed
    QString zone; ///< of the report's dates, as QTimeZone reads it; empty: the network's
    bool hasUnnamedSales = false; ///< some row of some report had no transaction ID

    bool isEmpty() const { return columns.isEmpty(); }
    friend bool operator==(const OwnReport &, const OwnReport &) = default;
};

/// What one network of the person does otherwise than its preset says. What is not in it is as in the preset.
struct NetworkMapping {
    QMap<FieldMeaning, QStringList>
            fields; ///< parameter names in place of the preset's; the first present wins
    QMap<QString, ConversionStatus> statusWords; ///< lower case; beside the preset's, and before them
    QString defaultEvent; ///< empty: the preset's
    OwnPostbackUrl url;
    OwnReport report; ///< changes nothing in how postbacks are read

    bool isEmpty() const
    {
        return fields.isEmpty() && statusWords.isEmpty() && defaultEvent.isEmpty() && url.isEmpty()
                && report.isEmpty();
    }
    friend bool operator==(const NetworkMapping &, const NetworkMapping &) = default;
};

/// `{"fields":{"payout":["commission"]},"statusWords":{"confirmed":"approved"},"defaultEvent":"lead",
/// "postbackUrl":{"queries":["clickid={sub1}"],"constants":{"account":"77"}},
/// "report":{"columns":{"payout":"Commission"},"decimalMark":"comma","dateFormat":"dmy","zone":"Europe/Berlin"}}`
QJsonObject toJson(const NetworkMapping &mapping);
/// Fails with BadInput, naming what is wrong.
Expected<NetworkMapping> mappingFromJson(const QJsonObject &json);

} // namespace Matchbook
