// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

namespace Matchbook {

class Page;

/// How the window learns of a page: it makes the page on the first visit and knows nothing else about it.
struct PageEntry {
    QString id;
    QString title;
    QString icon; ///< resource path, may be empty
    std::function<Page *()> make;
    int group = 0; ///< entries of one group stand together in the side bar
};

} // namespace Matchbook
