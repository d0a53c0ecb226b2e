// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetmacros.h"

#include "simulatedpostback.h"

#include <algorithm>

namespace Matchbook {

namespace {

using namespace Qt::StringLiterals;

struct Item {
    QString name;
    QString value;
};

QList<Item> itemsOf(const QString &query)
{
    QList<Item> items;
    for (const QString &text : query.split(u'&', Qt::SkipEmptyParts)) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals > 0)
            items.append({text.first(equals), text.sliced(equals + 1)});
    }
    return items;
}

bool holdsToken(const QString &text)
{
    return text.contains("{clickid}"_L1, Qt::CaseInsensitive)
            || text.contains("%7Bclickid%7D"_L1, Qt::CaseInsensitive);
}

/// The sub ID parameters that \a preset knows of.
QStringList knownParameters(const NetworkPreset &preset)
{
    return QStringList{preset.subIdParameter} + preset.offerLink.alternatives + preset.offerLink.alsoIn;
}

/// The macros of the click ID fields.
QStringList givenBack(const NetworkPreset &preset)
{
    QStringList names;
    if (preset.postback.templates.isEmpty())
        return names;
    for (const Item &item : itemsOf(preset.postback.templates.constFirst().parameters)) {
        if (preset.clickIdFields.contains(item.name, Qt::CaseInsensitive))
            names << macroNames(item.value);
    }
    return names;
}

bool containsAll(const QStringList &names, const QStringList &wanted)
{
    return std::all_of(wanted.cbegin(), wanted.cend(), [&](const QString &name) {
        return !name.isEmpty() && names.contains(name, Qt::CaseInsensitive);
    });
}

} // namespace

std::optional<SubIdMismatch> subIdMismatch(const NetworkPreset &preset, const QString &offerUrl,
                                           const QString &subIdParameter)
{
    const bool byToken = holdsToken(offerUrl);
    QStringList filled;
    if (byToken) {
        for (const Item &item : itemsOf(offerUrl.section(u'?', 1).section(u'#', 0, 0))) {
            if (holdsToken(item.value))
                filled << item.name;
        }
    } else if (!subIdParameter.isEmpty()) {
        filled << subIdParameter;
    }
    const QStringList back = givenBack(preset);
    const QStringList known = knownParameters(preset);
    if (filled.isEmpty() || back.isEmpty() || !containsAll(known, filled) || !containsAll(known, back))
        return std::nullopt;
    const bool agree = std::any_of(filled.cbegin(), filled.cend(), [&](const QString &name) {
        return back.contains(name, Qt::CaseInsensitive);
    });
    if (agree)
        return std::nullopt;
    return SubIdMismatch{back.constFirst(), filled.constFirst(), byToken};
}

bool areMacrosVerified(const NetworkPreset &used, const NetworkPreset &known)
{
    if (known.postback.templates.isEmpty()
        || !known.doubtAbout(QStringLiteral("postback.templates")).isEmpty())
        return false;
    QStringList vouchedFor;
    for (const PostbackTemplate &one : known.postback.templates)
        vouchedFor << macroNames(one.parameters);
    return containsAll(vouchedFor, macroNames(templateOf(used)));
}

} // namespace Matchbook
