// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkurls.h"

#include "command.h"
#include "vocabulary/conversion.h"

#include <QJsonObject>
#include <QTextStream>

namespace Matchbook {

QJsonArray statusUrlsJson(const QList<ReadyPostbackUrl> &urls)
{
    QJsonArray json;
    for (const ReadyPostbackUrl &one : urls)
        json << QJsonObject{{QStringLiteral("url"), one.url},
                            {QStringLiteral("status"), QString(statusWord(*one.status))}};
    return json;
}

void printStatusUrls(const QJsonArray &statusUrls)
{
    if (statusUrls.isEmpty())
        return;
    QTextStream &out = standardOutput();
    out << "It has no macro for the status. If its dashboard has a field for each status, paste these there:\n";
    for (const QJsonValue &one : statusUrls)
        out << "  " << one[QStringLiteral("status")].toString() << ": "
            << one[QStringLiteral("url")].toString() << '\n';
}

} // namespace Matchbook
