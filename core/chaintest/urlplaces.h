// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Matchbook {

/// A place of an address that can hold a value.
struct UrlPlace {
    QString parameter; ///< empty for a part of the path
    QByteArray value; ///< raw
    bool inFragment = false; ///< behind the fragment's mark, which no browser sends to a server

    friend bool operator==(const UrlPlace &, const UrlPlace &) = default;
};

/// The parameters of the query in their order, those after a fragment's mark, then the parts of the path. The address is
/// text: `?s2=#s2#&x=1` has the parameters s2 and x, though a browser would see a fragment.
QList<UrlPlace> placesOf(const QByteArray &url);

/// The host of an address in lower case, without user and port.
QByteArray hostOf(const QByteArray &url);

/// True if two hosts seem to belong to the same owner: their last two labels are the same, or three where the second last is
/// short, as in co.uk. IP addresses are compared as they are.
bool isSameSite(const QByteArray &host, const QByteArray &other);

/// True where a way leaves https for http, on which others can read along.
bool isDowngrade(const QByteArray &from, const QByteArray &to);

} // namespace Matchbook
