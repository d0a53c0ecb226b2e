// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hop.h"

#include <optional>

namespace Matchbook {

/// Where a page sends a browser that has nothing else to do there.
struct PageRedirect {
    Hop::By by = Hop::By::MetaRefresh;
    QByteArray target; ///< as in the page, with entities and escapes resolved
};

/// The redirect in an HTML page: a meta refresh of at most ten seconds, or else, in a small page, a simple
/// `location = "…"`, `location.href = "…"`, `location.replace("…")` or `location.assign("…")` in a script with the address as
/// one plain text. Scripts are read, never run.
std::optional<PageRedirect> redirectInPage(const QByteArray &html);

/// The address in the value of a Refresh header or of a meta element's content: `0; url='https://…'`. Nothing where there is
/// none, or where the page is to be looked at for more than ten seconds first.
std::optional<QByteArray> refreshTarget(QByteArrayView value);

} // namespace Matchbook
