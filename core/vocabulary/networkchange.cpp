// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkchange.h"

namespace Matchbook {

namespace {

template<typename T>
void change(T &stored, const T &before, const T &after)
{
    if (before != after)
        stored = after;
}

/// Key by key.
template<typename Map>
void changeEach(Map &stored, const Map &before, const Map &after)
{
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!after.contains(it.key()))
            stored.remove(it.key());
    }
    for (auto it = after.cbegin(); it != after.cend(); ++it) {
        const auto was = before.constFind(it.key());
        if (was == before.cend() || *was != *it)
            stored.insert(it.key(), *it);
    }
}

void changeEach(QStringList &stored, const QStringList &before, const QStringList &after)
{
    if (stored == before) {
        stored = after;
        return;
    }
    for (const QString &one : before) {
        if (!after.contains(one))
            stored.removeAll(one);
    }
    for (const QString &one : after) {
        if (!before.contains(one) && !stored.contains(one))
            stored.append(one);
    }
}

} // namespace

AffiliateNetwork withChange(AffiliateNetwork stored, const AffiliateNetwork &before,
                            const AffiliateNetwork &after)
{
    change(stored.name, before.name, after.name);
    change(stored.preset, before.preset, after.preset);
    change(stored.repeatPolicy, before.repeatPolicy, after.repeatPolicy);
    change(stored.decimalMark, before.decimalMark, after.decimalMark);
    change(stored.defaultCurrency, before.defaultCurrency, after.defaultCurrency);
    change(stored.defaultStatus, before.defaultStatus, after.defaultStatus);
    change(stored.subIdParameter, before.subIdParameter, after.subIdParameter);
    change(stored.answerText, before.answerText, after.answerText);
    change(stored.reportZone, before.reportZone, after.reportZone);
    changeEach(stored.allowedSenders, before.allowedSenders, after.allowedSenders);
    changeEach(stored.mapping.fields, before.mapping.fields, after.mapping.fields);
    changeEach(stored.mapping.statusWords, before.mapping.statusWords, after.mapping.statusWords);
    change(stored.mapping.defaultEvent, before.mapping.defaultEvent, after.mapping.defaultEvent);
    change(stored.mapping.url, before.mapping.url, after.mapping.url);
    change(stored.mapping.report, before.mapping.report, after.mapping.report);
    return stored;
}

} // namespace Matchbook
