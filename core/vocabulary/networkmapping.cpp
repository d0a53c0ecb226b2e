// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkmapping.h"

#include "words.h"

#include <QJsonArray>

namespace Matchbook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array meanings{
        Word{FieldMeaning::ClickId, "click_id"_L1},  Word{FieldMeaning::Payout, "payout"_L1},
        Word{FieldMeaning::Currency, "currency"_L1}, Word{FieldMeaning::TransactionId, "transaction_id"_L1},
        Word{FieldMeaning::Status, "status"_L1},     Word{FieldMeaning::Event, "event"_L1},
};

Expected<QStringList> namesFrom(const QString &meaning, const QJsonValue &value)
{
    QStringList names;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array) {
        if (!entry.toString().trimmed().isEmpty())
            names << entry.toString().trimmed();
    }
    if (names.isEmpty() || names.size() != array.size())
        return unexpected(Failure::Kind::BadInput,
                          QStringLiteral("\"%1\" needs a list of parameter names").arg(meaning));
    return names;
}

QJsonObject toJson(const OwnPostbackUrl &url)
{
    QJsonObject json;
    QJsonObject constants;
    for (auto it = url.constants.cbegin(); it != url.constants.cend(); ++it)
        constants.insert(it.key(), *it);
    if (!url.queries.isEmpty())
        json.insert(u"queries"_s, QJsonArray::fromStringList(url.queries));
    if (!constants.isEmpty())
        json.insert(u"constants"_s, constants);
    return json;
}

OwnPostbackUrl urlFromJson(const QJsonObject &json)
{
    OwnPostbackUrl url;
    const QJsonArray queries = json[u"queries"_s].toArray();
    for (qsizetype i = 0; i < queries.size(); ++i)
        url.setQuery(i, queries.at(i).toString());
    const QJsonObject constants = json[u"constants"_s].toObject();
    for (auto it = constants.begin(); it != constants.end(); ++it) {
        if (const QString value = it.value().toString().trimmed(); !value.isEmpty())
            url.constants.insert(it.key(), value);
    }
    return url;
}

QJsonObject toJson(const OwnReport &report)
{
    QJsonObject columns;
    for (auto it = report.columns.cbegin(); it != report.columns.cend(); ++it)
        columns.insert(it.key(), *it);
    QJsonObject json{{u"columns"_s, columns}};
    const std::pair<QString, QString> texts[]{{u"decimalMark"_s, report.decimalMark},
                                              {u"dateFormat"_s, report.dateFormat},
                                              {u"zone"_s, report.zone}};
    for (const auto &[name, value] : texts) {
        if (!value.isEmpty())
            json.insert(name, value);
    }
    if (report.hasUnnamedSales)
        json.insert(u"hasUnnamedSales"_s, true);
    return json;
}

OwnReport reportFromJson(const QJsonObject &json)
{
    OwnReport report;
    const QJsonObject columns = json[u"columns"_s].toObject();
    for (auto it = columns.begin(); it != columns.end(); ++it) {
        if (const QString column = it.value().toString(); !column.isEmpty())
            report.columns.insert(it.key(), column);
    }
    report.decimalMark = json[u"decimalMark"_s].toString();
    report.dateFormat = json[u"dateFormat"_s].toString();
    report.zone = json[u"zone"_s].toString();
    report.hasUnnamedSales = json[u"hasUnnamedSales"_s].toBool();
    return report;
}

} // namespace

void OwnPostbackUrl::setQuery(qsizetype index, const QString &query)
{
    while (queries.size() <= index)
        queries.append(QString());
    queries[index] = query.trimmed();
    while (!queries.isEmpty() && queries.constLast().isEmpty())
        queries.removeLast();
}

QLatin1StringView meaningWord(FieldMeaning meaning)
{
    return wordOf(meanings, meaning);
}

std::optional<FieldMeaning> meaningFromWord(QStringView word)
{
    return valueOf(meanings, word);
}

QJsonObject toJson(const NetworkMapping &mapping)
{
    QJsonObject json;
    QJsonObject fields;
    for (auto it = mapping.fields.cbegin(); it != mapping.fields.cend(); ++it)
        fields.insert(QString(meaningWord(it.key())), QJsonArray::fromStringList(*it));
    QJsonObject words;
    for (auto it = mapping.statusWords.cbegin(); it != mapping.statusWords.cend(); ++it)
        words.insert(it.key(), QString(statusWord(*it)));
    if (!fields.isEmpty())
        json.insert(u"fields"_s, fields);
    if (!words.isEmpty())
        json.insert(u"statusWords"_s, words);
    if (!mapping.defaultEvent.isEmpty())
        json.insert(u"defaultEvent"_s, mapping.defaultEvent);
    if (!mapping.url.isEmpty())
        json.insert(u"postbackUrl"_s, toJson(mapping.url));
    if (!mapping.report.isEmpty() || mapping.report.hasUnnamedSales)
        json.insert(u"report"_s, toJson(mapping.report));
    return json;
}

Expected<NetworkMapping> mappingFromJson(const QJsonObject &json)
{
    NetworkMapping mapping;
    const QJsonObject fields = json[u"fields"_s].toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const auto meaning = meaningFromWord(it.key());
        if (!meaning)
            return unexpected(Failure::Kind::BadInput,
                              QStringLiteral("\"%1\" is no meaning of a parameter").arg(it.key()));
        auto names = namesFrom(it.key(), it.value());
        if (!names)
            return unexpected(names.error());
        mapping.fields.insert(*meaning, *names);
    }
    const QJsonObject words = json[u"statusWords"_s].toObject();
    for (auto it = words.begin(); it != words.end(); ++it) {
        const auto status = statusFromWord(it.value().toString());
        if (!status)
            return unexpected(Failure::Kind::BadInput,
                              QStringLiteral("\"%1\" is not a status").arg(it.value().toString()));
        mapping.statusWords.insert(it.key().trimmed().toLower(), *status);
    }
    mapping.defaultEvent = json[u"defaultEvent"_s].toString().trimmed().toLower();
    mapping.url = urlFromJson(json[u"postbackUrl"_s].toObject());
    mapping.report = reportFromJson(json[u"report"_s].toObject());
    return mapping;
}

} // namespace Matchbook
