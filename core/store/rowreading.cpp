// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowreading.h"

#include "conversiontable.h"

namespace Matchbook {

QString idList(const QList<qint64> &ids)
{
    QString list = QStringLiteral("[");
    for (const qint64 id : ids)
        list += (list.size() > 1 ? QStringLiteral(",") : QString()) + QString::number(id);
    return list + QLatin1Char(']');
}

qint64 readRow(const Statement &row, ClickRow &click)
{
    click.id = row.number(0);
    click.clickId = row.text(1);
    click.time = row.number(2);
    click.kind = ClickKind(row.number(3));
    click.campaign = row.text(4);
    click.offer = row.text(5);
    click.network = row.text(6);
    click.externalId = row.text(7);
    click.query = row.bytes(8);
    click.address = row.text(9);
    click.userAgent = row.text(10);
    click.referrer = row.text(11);
    click.costMicros = row.number(12);
    click.subIds = subIdsFrom(row, 13);
    return click.id;
}

qint64 readRow(const Statement &row, ConversionRow &conversion)
{
    conversion.conversion = conversionFrom(row);
    conversion.campaign = row.text(30);
    conversion.offer = row.text(31);
    conversion.network = row.text(32);
    return conversion.conversion.id.value;
}

qint64 readRow(const Statement &row, PostbackRow &postback)
{
    postback.id = {row.number(0)};
    postback.time = row.number(1);
    postback.networkId = {row.number(2)};
    postback.network = row.text(3);
    postback.method = row.bytes(4);
    postback.path = row.bytes(5);
    postback.query = row.bytes(6);
    postback.body = row.bytes(7);
    postback.contentType = row.text(8);
    postback.userAgent = row.text(9);
    postback.pixel = row.number(10) != 0;
    postback.sender = row.text(11);
    postback.outcome = PostbackOutcome(row.number(12));
    postback.cause = causeFromWord(row.text(13));
    postback.causeDetail = row.text(14);
    postback.clickId = row.text(15);
    postback.transactionId = row.text(16);
    if (!row.isNull(17))
        postback.payout = Money{row.number(17), Currency::fromCode(row.text(18)).value_or(Currency())};
    postback.conversion = {row.number(19)};
    postback.campaign = row.text(20);
    postback.match = MatchKind(row.number(21));
    postback.signature = Signature(row.number(23));
    postback.isTest = postback.cause == PostbackCause::TestClick || row.number(22) != 0;
    return postback.id.value;
}

} // namespace Matchbook
