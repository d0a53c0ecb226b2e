// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testcase.h"

#include "redaction.h"
#include "store/lists.h"
#include "vocabulary/outputfile.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace Matchbook {

namespace {

using namespace Qt::StringLiterals;

QByteArray requestOf(const PostbackRow &postback)
{
    QByteArray text = postback.method + ' ' + (postback.pixel ? "/pixel/KEY.gif" : "/postback/KEY");
    if (!postback.query.isEmpty())
        text += '?' + redactedForm(postback.query);
    text += " HTTP/1.1\r\nHost: tracker.example\r\n";
    const QByteArray body = redactedBody(postback.body);
    if (!body.isEmpty()) {
        if (!postback.contentType.isEmpty())
            text += "Content-Type: " + postback.contentType.toUtf8() + "\r\n";
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    }
    return text + "\r\n" + body;
}

QJsonObject expectedOf(const PostbackRow &postback, const std::optional<ConversionRow> &row)
{
    QJsonObject json{{u"outcome"_s, QString(outcomeWord(postback.outcome))},
                     {u"cause"_s, QString(causeWord(postback.cause))}};
    if (!row)
        return json;
    const Conversion &conversion = row->conversion;
    json.insert(u"clickId"_s, conversion.clickId);
    json.insert(u"payout"_s, conversion.payout.toDecimal());
    json.insert(u"currency"_s, conversion.payout.currency.code());
    json.insert(u"transactionId"_s, conversion.transactionId);
    json.insert(u"status"_s, QString(statusWord(conversion.status)));
    json.insert(u"event"_s, conversion.event);
    return json;
}

} // namespace

TestCase testCaseOf(const PostbackRow &postback, const std::optional<ConversionRow> &conversion)
{
    return {requestOf(postback),
            QJsonDocument(expectedOf(postback, conversion)).toJson(QJsonDocument::Indented)};
}

Expected<TestCase> storedTestCase(Database &database, PostbackId id)
{
    Lists lists(database);
    const auto rows = lists.postbacksById({id.value});
    if (!rows)
        return unexpected(rows.error());
    if (rows->isEmpty())
        return unexpected(Failure::Kind::NotFound, QStringLiteral("postback %1").arg(id.value));
    const PostbackRow &postback = rows->constFirst();
    if (!postback.conversion.isValid())
        return testCaseOf(postback, std::nullopt);
    auto journey = lists.journeyOfConversion(postback.conversion);
    if (!journey)
        return unexpected(journey.error());
    for (const HistoryLine &line : std::as_const(journey->history)) {
        if (!journey->conversion || line.postback != id)
            continue;
        journey->conversion->conversion.status = line.status;
        journey->conversion->conversion.payout = line.payout;
        journey->conversion->conversion.refundedMicros = line.refundedMicros;
    }
    return testCaseOf(postback, journey->conversion);
}

Expected<void> saveTestCase(const TestCase &testCase, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return unexpected(Failure::Kind::FileTrouble, folder);
    if (auto written = OutputFile::writeWhole(folder + u"/request.http"_s, testCase.request); !written)
        return written;
    return OutputFile::writeWhole(folder + u"/request.json"_s, testCase.expected);
}

} // namespace Matchbook
