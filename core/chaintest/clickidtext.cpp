// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickidtext.h"

#include "networks/formdecoding.h"
#include "urlplaces.h"

namespace Matchbook {

namespace {

constexpr int deepestDecoding = 4;

} // namespace

std::optional<int> depthOf(const QByteArray &value, const QByteArray &id, Qt::CaseSensitivity sensitivity)
{
    QByteArray text = value;
    for (int depth = 0; depth <= deepestDecoding; ++depth) {
        const bool found = sensitivity == Qt::CaseSensitive ? text.contains(id)
                                                            : text.toLower().contains(id.toLower());
        if (found)
            return depth;
        const QByteArray next = percentDecoded(text);
        if (next == text)
            break;
        text = next;
    }
    return std::nullopt;
}

bool hasEncodedRest(const QByteArray &value, const QByteArray &id)
{
    const QByteArray once = percentDecoded(value);
    return once != id && once.contains('%') && percentDecoded(once) != once
            && percentDecoded(once).trimmed().size() <= id.size() + 3;
}

QByteArray suffixIn(const QByteArray &value, const QByteArray &id)
{
    const QByteArray text = percentDecoded(value).trimmed();
    return text.startsWith(id) ? text.sliced(id.size()) : QByteArray();
}

QByteArray ownSuffix(const QByteArray &id, const QByteArray &url)
{
    for (const UrlPlace &place : placesOf(url)) {
        if (place.value.contains(id))
            return suffixIn(place.value, id);
    }
    return {};
}

} // namespace Matchbook
