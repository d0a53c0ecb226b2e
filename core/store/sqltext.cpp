// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqltext.h"

#include <QFile>
#include <QHash>
#include <QMutex>

namespace Matchbook {

QString sqlText(const char *name)
{
    static QMutex mutex;
    static QHash<QByteArray, QString> texts;
    const QMutexLocker lock(&mutex);
    const QByteArray key(name);
    auto found = texts.constFind(key);
    if (found == texts.constEnd()) {
        QFile file(QStringLiteral(":/sql/queries/") + QLatin1StringView(name) + QStringLiteral(".sql"));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT_X(opened, "sqlText", name);
        Q_UNUSED(opened)
        found = texts.insert(key, QString::fromUtf8(file.readAll()).trimmed());
    }
    return *found;
}

} // namespace Matchbook
