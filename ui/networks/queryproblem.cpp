// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "queryproblem.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::QueryProblem)
};

/// The items of \a query that are called one of \a names.
QStringList itemsCalled(const QString &query, const QStringList &names)
{
    QStringList items = query.split(u'&', Qt::SkipEmptyParts);
    items.removeIf([&](const QString &item) {
        return !names.contains(item.section(u'=', 0, 0).trimmed(), Qt::CaseInsensitive);
    });
    return items;
}

} // namespace

QString queryProblem(const QString &query, const QStringList &clickIdNames)
{
    if (query.trimmed().isEmpty() || clickIdNames.isEmpty())
        return {};
    const QString &name = clickIdNames.constFirst();
    const QStringList items = itemsCalled(query, clickIdNames);
    if (items.isEmpty())
        return Words::tr("Add %1= with the network's macro: the click ID is read from it.").arg(name);
    const bool filled = std::any_of(items.cbegin(), items.cend(), [](const QString &item) {
        return !item.section(u'=', 1).trimmed().isEmpty();
    });
    return filled ? QString()
                  : Words::tr("Write the network's macro behind %1=: the click ID is read from it.")
                            .arg(items.constFirst().section(u'=', 0, 0).trimmed());
}

QString queryRemark(const QString &query, const QStringList &payoutNames)
{
    if (query.trimmed().isEmpty() || payoutNames.isEmpty() || !itemsCalled(query, payoutNames).isEmpty())
        return {};
    return Words::tr("Without %1= no payout is sent, and the offer's default payout counts.")
            .arg(payoutNames.constFirst());
}

} // namespace Matchbook
