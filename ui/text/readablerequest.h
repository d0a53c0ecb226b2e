// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace Matchbook {

/// What a request brought, for people to read: a line for each parameter, decoded, and a JSON body with a line for each
/// member. `a=1&b=%7B` gives `a = 1` and `b = {`; `{"a":[1,2]}` gives `{`, `  "a": [`, `    1,`, … Order and numbers are as
/// sent; what is longer than 64 KB is cut.
QString readableRequest(const QByteArray &query, const QByteArray &body);

/// True for a body that is JSON, by its first and last character.
bool looksLikeJson(const QByteArray &body);

} // namespace Matchbook
