// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetinheritance.h"

#include <QStringList>

namespace Matchbook {

namespace {

constexpr qsizetype mostGenerations = 8;

QString extendsName()
{
    return QStringLiteral("extends");
}

QJsonObject merged(QJsonObject parent, const QJsonObject &child)
{
    for (auto it = child.begin(); it != child.end(); ++it) {
        const QJsonValue inherited = parent.value(it.key());
        if (inherited.isObject() && it.value().isObject())
            parent.insert(it.key(), merged(inherited.toObject(), it.value().toObject()));
        else
            parent.insert(it.key(), it.value());
    }
    return parent;
}

QString chainText(const QStringList &chain)
{
    return chain.join(QStringLiteral(" extends "));
}

/// \a id, its parent, and so on up to the one that stands alone.
Expected<QStringList> ancestors(const QString &id, const QHash<QString, QJsonObject> &files)
{
    QStringList chain{id};
    for (;;) {
        const QJsonValue extends = files.value(chain.last()).value(extendsName());
        if (extends.isUndefined())
            return chain;
        const QString parent = extends.toString();
        if (parent.isEmpty())
            return unexpected(Failure::Kind::BadInput,
                              QStringLiteral("\"extends\" must be the ID of a preset"));
        const bool isCycle = chain.contains(parent);
        chain.append(parent);
        if (isCycle)
            return unexpected(Failure::Kind::BadInput,
                              QStringLiteral("\"extends\" goes round in a circle: %1").arg(chainText(chain)));
        if (!files.contains(parent))
            return unexpected(Failure::Kind::BadInput,
                              QStringLiteral("\"extends\" names \"%1\", and there is no such preset: %2")
                                      .arg(parent, chainText(chain)));
        if (chain.size() > mostGenerations)
            return unexpected(
                    Failure::Kind::BadInput,
                    QStringLiteral("\"extends\" has too many generations: %1").arg(chainText(chain)));
    }
}

} // namespace

Expected<QJsonObject> inherited(const QString &id, const QHash<QString, QJsonObject> &files)
{
    if (!files.contains(id))
        return unexpected(Failure::Kind::BadInput, QStringLiteral("there is no preset \"%1\"").arg(id));
    const auto chain = ancestors(id, files);
    if (!chain)
        return unexpected(chain.error());
    QJsonObject whole;
    for (qsizetype i = chain->size(); i-- > 0;) {
        for (const char *own : {"$schema", "isPlatform", "forWhom", "notes"})
            whole.remove(QLatin1StringView(own));
        whole = merged(whole, files.value(chain->at(i)));
    }
    return whole;
}

} // namespace Matchbook
