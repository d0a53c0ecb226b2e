// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbackreader.h"

#include "amount.h"
#include "clickidfield.h"
#include "formdecoding.h"
#include "importedrow.h"
#include "postbackfields.h"
#include "statusmeaning.h"
#include "vocabulary/clickid.h"

namespace Matchbook {

namespace {

using Field = PostbackFields::Field;

constexpr qsizetype longestName = 100; // a stranger's megabyte is none

bool isMissing(QByteArrayView value)
{
    return value.trimmed() == "0" || looksLikeLiteralToken(value);
}

QString trimmedText(const Field &field)
{
    return displayText(QByteArrayView(field.value).trimmed());
}

void readClickId(const Field *field, const PostbackFields &fields, PostbackReading &reading)
{
    if (field) {
        reading.clickIdField = displayText(field->name).left(longestName);
        // White space alone is nothing, and what is around an ID is for the ladder to note.
        if (!QByteArrayView(field->value).trimmed().isEmpty())
            reading.clickIdText = field->value;
    }
    if (field && (ClickId::parse(field->value) || repairClickId(field->value).id))
        return;
    if (const Field *elsewhere = anyClickId(fields))
        reading.clickIdElsewhere = displayText(elsewhere->name).left(longestName);
}

QString transactionId(const PostbackFields &fields, const NetworkPreset &preset, const Field *clickId)
{
    const auto candidates = fields.candidates(preset.transactionFields);
    for (const Field *field : candidates) {
        if (field != clickId && !isMissing(field->value))
            return trimmedText(*field);
    }
    return {};
}

/// A word such as `refund` where an event is expected says what became of the sale, not which kind of sale it was.
std::optional<ConversionStatus> statusHiddenInEvent(const QString &event, const NetworkPreset &preset)
{
    bool isNumber = false;
    event.toInt(&isNumber);
    // Networks that number their statuses number their goals as well.
    const auto status = preset.statusWords.constFind(event);
    if (isNumber || status == preset.statusWords.cend())
        return std::nullopt;
    switch (*status) {
    case ConversionStatus::Rejected:
    case ConversionStatus::Refunded:
    case ConversionStatus::ChargedBack:
    case ConversionStatus::Test:
    case ConversionStatus::Ignored:
        return *status;
    case ConversionStatus::Pending:
    case ConversionStatus::Approved:
        break;
    }
    return std::nullopt;
}

void note(PostbackReading &reading, PostbackCause problem, const QString &detail)
{
    if (reading.problem != PostbackCause::None)
        return;
    reading.problem = problem;
    reading.problemDetail = detail;
}

/// Remembers the first parameter of \a candidates that came twice with different values.
void noteContradiction(const QList<const Field *> &candidates, PostbackReading &reading)
{
    constexpr qsizetype longestValue = 40;
    if (candidates.isEmpty() || !reading.contradiction.isEmpty())
        return;
    const Field *first = candidates.first();
    const QString told = trimmedText(*first);
    for (const Field *other : candidates) {
        if (other->name != first->name || looksLikeLiteralToken(other->value)
            || trimmedText(*other).compare(told, Qt::CaseInsensitive) == 0)
            continue;
        const QString name = displayText(first->name).left(longestValue) + u'=';
        reading.contradiction
                = name + told.left(longestValue) + u' ' + name + trimmedText(*other).left(longestValue);
        return;
    }
}

void readEventAndStatus(const PostbackFields &fields, const NetworkPreset &preset, PostbackReading &reading)
{
    reading.event = preset.defaultEvent;
    const auto events = fields.candidates(preset.eventFields);
    for (const Field *field : events) {
        if (!isMissing(field->value)) {
            reading.event = trimmedText(*field).toLower();
            break;
        }
    }
    const auto hidden = statusHiddenInEvent(reading.event, preset);
    if (hidden)
        reading.event = preset.defaultEvent;

    const auto statuses = fields.candidates(preset.statusFields);
    if (statuses.isEmpty()) {
        reading.status = hidden;
        return;
    }
    noteContradiction(statuses, reading);
    const QString word = trimmedText(*statuses.first());
    reading.status = statusMeant(preset, word);
    if (!reading.status)
        note(reading, PostbackCause::UnknownStatus, word);
}

/// What currency the amount is in, from the parameter of its own and from what is written in the amount.
void readCurrency(const PostbackFields &fields, const NetworkPreset &preset, const AffiliateNetwork &network,
                  const ReadAmount &amount, const QString &amountText, PostbackReading &reading)
{
    QString word;
    const auto candidates = fields.candidates(preset.currencyFields);
    for (const Field *field : candidates) {
        if (!looksLikeLiteralToken(field->value)) {
            word = trimmedText(*field);
            break;
        }
    }
    if (!word.isEmpty()) {
        reading.currency = Currency::fromCode(word);
        const bool contradicts = reading.currency
                && ((amount.currency && *amount.currency != *reading.currency)
                    || (amount.dollarSign && !isDollar(*reading.currency)));
        if (contradicts)
            note(reading, PostbackCause::UnknownCurrency, amountText + u' ' + word);
        else if (!reading.currency && reading.payoutMicros)
            note(reading, PostbackCause::UnknownCurrency, word);
    } else if (amount.currency) {
        reading.currency = amount.currency;
    } else if (amount.dollarSign) {
        if (isDollar(network.defaultCurrency))
            reading.currency = network.defaultCurrency;
        else
            note(reading, PostbackCause::UnknownCurrency, amountText);
    }
}

std::optional<qint64> inWholeUnits(std::optional<qint64> micros, const Field &field, AmountUnit unit)
{
    const bool hasMark = field.value.contains('.') || field.value.contains(',');
    const bool isCents = unit == AmountUnit::Cents || (unit == AmountUnit::CentsWithoutMark && !hasMark);
    return micros && isCents ? std::optional(*micros / 100) : micros;
}

void readPayout(const PostbackFields &fields, const NetworkPreset &preset, const AffiliateNetwork &network,
                PostbackReading &reading)
{
    const auto candidates = fields.candidates(preset.payoutFields);
    if (candidates.isEmpty()) {
        readCurrency(fields, preset, network, {}, {}, reading);
        return;
    }
    noteContradiction(candidates, reading);
    const Field &field = *candidates.first();
    const QString text = trimmedText(field);
    DecimalMark mark = network.decimalMark == DecimalMark::Auto ? preset.decimalMark : network.decimalMark;
    if (field.jsonNumber)
        mark = DecimalMark::Point;

    const ReadAmount amount = readAmount(field.value, mark);
    if (amount.problem != PostbackCause::None) {
        note(reading, amount.problem, text);
        return;
    }
    reading.payoutMicros = inWholeUnits(amount.micros, field, preset.amountUnit);
    const bool takesBack
            = reading.status == ConversionStatus::Refunded || reading.status == ConversionStatus::ChargedBack;
    if (reading.payoutMicros && *reading.payoutMicros < 0) {
        if (takesBack) {
            reading.payoutMicros = -*reading.payoutMicros;
        } else {
            reading.payoutMicros.reset();
            note(reading, PostbackCause::BadAmount, text);
        }
    }
    readCurrency(fields, preset, network, amount, text, reading);
}

PostbackReading readFields(const ReceivedRequest &request, const NetworkPreset &preset,
                           const AffiliateNetwork &network)
{
    const PostbackFields fields(request);
    PostbackReading reading;
    const Field *clickId = clickIdField(fields, preset);
    readClickId(clickId, fields, reading);
    reading.transactionId = transactionId(fields, preset, clickId);
    readEventAndStatus(fields, preset, reading);
    readPayout(fields, preset, network, reading);
    return reading;
}

} // namespace

PostbackReading readPostback(const ReceivedRequest &request, const NetworkPreset &preset,
                             const AffiliateNetwork &network)
{
    if (!isImportedRow(request))
        return readFields(request, preset, network);
    const ImportedRowRules rules = rulesOf(request, preset, network);
    PostbackReading reading = readFields(request, rules.preset, rules.network);
    reading.imported = true;
    reading.happenedAt = rules.happenedAt;
    // The file has a column for it, so what is empty there is not known; a default would be invented.
    const bool isDue = !reading.status || *reading.status == ConversionStatus::Approved
            || *reading.status == ConversionStatus::Pending;
    if (isDue && !reading.payoutMicros
        && PostbackFields(request).has(QString(meaningWord(FieldMeaning::Payout))))
        note(reading, PostbackCause::BadAmount, QStringLiteral("(empty)"));
    return reading;
}

RepairedClickId clickIdOf(const PostbackReading &reading)
{
    RepairedClickId repaired = repairClickId(reading.clickIdText);
    if (repaired.id)
        return repaired;
    if (!reading.clickIdElsewhere.isEmpty()) {
        repaired.cause = PostbackCause::ClickIdElsewhere;
        repaired.detail = reading.clickIdElsewhere;
    } else if (repaired.cause == PostbackCause::NoClickId) {
        repaired.detail = reading.clickIdField;
    }
    return repaired;
}

} // namespace Matchbook
