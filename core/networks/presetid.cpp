// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetid.h"

namespace Matchbook {

QString freePresetId(const QString &name, const PresetCatalogue &catalogue)
{
    constexpr qsizetype longest = 40;
    QString id;
    for (const QChar letter : name.toLower()) {
        const bool plain = (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
        if (plain)
            id += letter;
        else if (!id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    id.truncate(longest);
    while (id.endsWith(u'-'))
        id.chop(1);
    if (id.isEmpty())
        id = QStringLiteral("network");
    QString free = id;
    for (int number = 2; catalogue.files().contains(free); ++number)
        free = QStringLiteral("%1-%2").arg(id).arg(number);
    return free;
}

} // namespace Matchbook
