// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importedrow.h"

#include "amount.h"
#include "statusmeaning.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr QLatin1StringView decimalMarkName{"decimal_mark"};
constexpr QLatin1StringView statusMeantName{"status_meant"};
constexpr QLatin1StringView columnsName{"columns"};
constexpr QLatin1StringView happenedAtName{"happened_at"};
constexpr QLatin1StringView madeUpBeginning{"row:"};

constexpr FieldMeaning allMeanings[]{FieldMeaning::ClickId,  FieldMeaning::Payout,
                                     FieldMeaning::Currency, FieldMeaning::TransactionId,
                                     FieldMeaning::Status,   FieldMeaning::Event};

bool isNegative(const QString &amount, DecimalMark mark)
{
    return readAmount(amount.toUtf8(), mark).micros.value_or(0) < 0;
}

bool isUndecided(std::optional<ConversionStatus> status)
{
    return !status || *status == ConversionStatus::Approved || *status == ConversionStatus::Pending;
}

/// Our own words mean themselves in a report, also where the network's postbacks have other ones.
void addOwnWords(NetworkPreset &preset)
{
    for (const auto status :
         {ConversionStatus::Pending, ConversionStatus::Approved, ConversionStatus::Rejected,
          ConversionStatus::Refunded, ConversionStatus::ChargedBack}) {
        const QString word = statusWord(status);
        if (!preset.statusWords.contains(word))
            preset.statusWords.insert(word, status);
    }
}

} // namespace

ReceivedRequest requestOf(const ImportedRow &row)
{
    QJsonObject columns;
    for (const auto &[name, cell] : row.columns)
        columns.insert(name, cell);
    QJsonObject body{{columnsName, columns}};
    for (auto it = row.cells.cbegin(); it != row.cells.cend(); ++it)
        body.insert(QString(meaningWord(it.key())), *it);
    if (row.cells.contains(FieldMeaning::Payout)) {
        body.insert(decimalMarkName, QString(decimalMarkWord(row.decimalMark)));
        const bool takesBack = row.cells.value(FieldMeaning::Status).trimmed().isEmpty()
                && isNegative(row.cells.value(FieldMeaning::Payout), row.decimalMark);
        if (takesBack)
            body.insert(QString(meaningWord(FieldMeaning::Status)),
                        QString(statusWord(ConversionStatus::Refunded)));
    }
    if (row.statusMeant)
        body.insert(statusMeantName, QString(statusWord(*row.statusMeant)));
    if (row.happenedAt)
        body.insert(happenedAtName,
                    QDateTime::fromMSecsSinceEpoch(*row.happenedAt, Qt::UTC).toString(Qt::ISODateWithMs));
    ReceivedRequest request;
    request.method = importMethod.toByteArray();
    request.path = row.place.toUtf8();
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.headers = {{"content-type", "application/json"}};
    request.sender = QByteArrayLiteral(""); // nobody sent it
    request.arrivedAt = row.importedAt;
    return request;
}

ImportedRowRules rulesOf(const ReceivedRequest &imported, const NetworkPreset &preset,
                         const AffiliateNetwork &network)
{
    const QJsonObject body = QJsonDocument::fromJson(imported.body).object();
    ImportedRowRules rules{preset, network, {}};
    for (const FieldMeaning meaning : allMeanings)
        fieldsOf(rules.preset, meaning) = {QString(meaningWord(meaning))};
    rules.network.decimalMark
            = decimalMarkFromWord(body[decimalMarkName].toString()).value_or(DecimalMark::Auto);
    rules.preset.decimalMark = DecimalMark::Auto;
    addOwnWords(rules.preset);
    const QDateTime happened = QDateTime::fromString(body[happenedAtName].toString(), Qt::ISODateWithMs);
    if (happened.isValid())
        rules.happenedAt = happened.toMSecsSinceEpoch();
    const QString word = body[QString(meaningWord(FieldMeaning::Status))].toString().trimmed();
    if (word.isEmpty())
        return rules;
    const auto usual = statusFromWord(body[statusMeantName].toString());
    if (usual && !statusMeant(rules.preset, word))
        rules.preset.statusWords.insert(word.toLower(), *usual);
    const QString payout = body[QString(meaningWord(FieldMeaning::Payout))].toString();
    const auto known = statusMeant(rules.preset, word);
    if (known && isUndecided(known) && isNegative(payout, rules.network.decimalMark))
        rules.preset.statusWords.insert(word.toLower(), ConversionStatus::Refunded);
    return rules;
}

QString madeUpTransaction(const QByteArray &identity, int occurrence)
{
    constexpr qsizetype digits = 20;
    const QByteArray hash
            = QCryptographicHash::hash(identity, QCryptographicHash::Sha256).toHex().left(digits);
    const QString id = madeUpBeginning + QString::fromLatin1(hash);
    return occurrence > 1 ? id + u'.' + QString::number(occurrence) : id;
}

bool isMadeUpTransaction(QStringView transactionId)
{
    return transactionId.startsWith(madeUpBeginning);
}

} // namespace Matchbook
