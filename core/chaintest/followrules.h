// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/addresslist.h"

#include <QHostInfo>
#include <QObject>

#include <functional>

namespace Matchbook {

/// Asks for the addresses of a name and calls \a answer later, in the thread of \a asker, unless that has died.
using NameLookup = std::function<void(const QString &name, QObject *asker,
                                      std::function<void(const QHostInfo &)> answer)>;

/// How far a link is followed. A value.
struct FollowRules {
    int hopLimit = 15;
    int hopMs = 10'000; ///< for one hop, from looking up its name to the end of its answer
    int totalMs = 60'000;
    qint64 bodyLimit = 64 * 1024; ///< of a page that may hold a redirect; the rest is not fetched
    /// Where our own listener is reached, for example http://127.0.0.1:8130: its tracking links may be on any address.
    QList<QByteArray> ownBases;
    QByteArray
            ownMark; ///< `name=value`, put to the query of those links, so that no click of theirs is a visitor's
    AddressList allowedAddresses; ///< addresses that are not public and may be reached all the same
    NameLookup lookUp; ///< empty: the operating system's
};

} // namespace Matchbook
