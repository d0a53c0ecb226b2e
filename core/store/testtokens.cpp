// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testtokens.h"

#include "random.h"
#include "transaction.h"

namespace Matchbook {

namespace {

/// 130 bits: whoever guesses it could have clicks not counted.
constexpr int tokenLength = 26;
constexpr qsizetype longestTokenAsked = 64;

QString settingName(const QByteArray &token)
{
    return QStringLiteral("test_token/") + QString::fromLatin1(token);
}

/// The value of our parameter in a raw query, and the query without it.
struct SplitQuery {
    QByteArray token;
    QByteArray rest;
};

SplitQuery split(const QByteArray &query)
{
    const QByteArray assignment = testParameter.toByteArray() + '=';
    SplitQuery found;
    QList<QByteArray> kept;
    for (const QByteArray &item : query.split('&')) {
        if (item.startsWith(assignment))
            found.token = item.sliced(assignment.size());
        else
            kept << item;
    }
    found.rest = kept.join('&');
    return found;
}

} // namespace

Expected<QByteArray> openTestToken(Database &database, qint64 now, qint64 validMs)
{
    Transaction transaction(database);
    if (!transaction.begun())
        return unexpected(transaction.begun().error());
    Statement expire(database, "test_token_expire");
    if (auto done = expire.run(now); !done)
        return unexpected(done.error());
    const QByteArray token = randomKey(tokenLength);
    Statement insert(database, "test_token_insert");
    if (auto done = insert.run(settingName(token), QString::number(now + validMs)); !done)
        return unexpected(done.error());
    if (auto done = transaction.commit(); !done)
        return unexpected(done.error());
    return token;
}

Expected<void> closeTestToken(Database &database, const QByteArray &token)
{
    Statement remove(database, "test_token_delete");
    return remove.run(settingName(token));
}

Expected<NewClick> TestTokens::marked(NewClick click)
{
    const SplitQuery query = split(click.query);
    if (query.token.isEmpty() || query.token.size() > longestTokenAsked)
        return click;
    if (auto done = m_find.run(settingName(query.token)); !done)
        return unexpected(done.error());
    const bool known = m_find.next();
    const qint64 validUntil = known ? m_find.number(0) : 0;
    m_find.finish();
    if (const auto failure = m_find.failure())
        return unexpected(*failure);
    if (!known || click.time > validUntil)
        return click;
    click.kind = ClickKind::Test;
    click.costMicros = 0;
    click.query = query.rest;
    return click;
}

} // namespace Matchbook
