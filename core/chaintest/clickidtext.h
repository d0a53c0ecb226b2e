// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace Matchbook {

/// How often \a value has to be decoded until \a id can be read in it, as it is or without case; nothing if never. A server
/// decodes once.
std::optional<int> depthOf(const QByteArray &value, const QByteArray &id, Qt::CaseSensitivity sensitivity);

/// True where the ID can be read at once, but what is around it in \a value was encoded twice: `m5gc…%252B`.
bool hasEncodedRest(const QByteArray &value, const QByteArray &id);

/// What is written behind the ID in \a value that begins with it, as in `m5gc….html`; nothing where the value holds more than
/// the ID on purpose, as in `aff7_m5gc…_x`.
QByteArray suffixIn(const QByteArray &value, const QByteArray &id);

/// What the link \a url, the first with the ID in it, writes behind it by itself.
QByteArray ownSuffix(const QByteArray &id, const QByteArray &url);

} // namespace Matchbook
