// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statement.h"

#include "sqltext.h"
#include "storefailure.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace Matchbook {

Statement::Statement(const Database &database, const char *name) : m_name(name), m_query(database.handle())
{
    m_query.setForwardOnly(true);
}

Expected<void> Statement::prepare()
{
    if (m_prepared)
        return {};
    if (!m_query.prepare(sqlText(m_name)))
        return unexpected(storeFailure(m_query.lastError()));
    m_prepared = true;
    return {};
}

Expected<void> Statement::exec()
{
    m_bound = 0;
    if (!m_query.exec()) {
        Failure failure = storeFailure(m_query.lastError());
        failure.detail += QStringLiteral(" in ") + QLatin1StringView(m_name);
        m_query.finish();
        return unexpected(std::move(failure));
    }
    return {};
}

Expected<void> Statement::run(std::initializer_list<QVariant> values)
{
    if (auto prepared = prepare(); !prepared)
        return prepared;
    for (const QVariant &value : values)
        m_query.bindValue(m_bound++, value);
    return exec();
}

Expected<void> Statement::runNamed(std::initializer_list<std::pair<const char *, QVariant>> values)
{
    if (auto prepared = prepare(); !prepared)
        return prepared;
    for (const auto &[name, value] : values)
        m_query.bindValue(QLatin1Char(':') + QLatin1StringView(name), value);
    return exec();
}

Statement &Statement::bind(const QVariant &value)
{
    if (prepare())
        m_query.bindValue(m_bound, value);
    ++m_bound;
    return *this;
}

Statement &Statement::bind(const SubIds &subIds)
{
    for (const QString &subId : subIds)
        bind(textOrNull(subId));
    return *this;
}

Expected<void> Statement::runBound()
{
    if (auto prepared = prepare(); !prepared) {
        m_bound = 0;
        return prepared;
    }
    return exec();
}

bool Statement::next()
{
    return m_query.next();
}

std::optional<Failure> Statement::failure() const
{
    if (m_query.lastError().type() == QSqlError::NoError)
        return std::nullopt;
    return storeFailure(m_query.lastError());
}

SubIds subIdsFrom(const Statement &statement, int firstColumn)
{
    SubIds subIds;
    for (int i = 0; i < subIdCount; ++i)
        subIds[size_t(i)] = statement.text(firstColumn + i);
    return subIds;
}

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant bytesOrNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QVariant() : QVariant(bytes);
}

} // namespace Matchbook
