// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QMetaType>
#include <QString>

namespace Matchbook {

/// One address on the way of a link, as a browser would go it. A value.
struct Hop {
    /// What led here.
    enum class By {
        Start, ///< the link itself
        Redirect, ///< 301, 302, 303, 307 or 308
        RefreshHeader, ///< `Refresh: 0;url=…`
        MetaRefresh,
        JavaScript,
    };
    /// Why the way cannot go on from here. The words of hopTroubleWord() are stable: scripts read them.
    enum class Trouble {
        None,
        NameNotFound,
        PrivateAddress, ///< not asked: the address is of a private network or of this computer
        Refused, ///< nobody listens there
        Tls, ///< encrypted, but not to be trusted
        NoAnswer, ///< not in time
        Broken, ///< something answered that is no HTTP, or stopped in the middle
        ErrorStatus, ///< 4xx or 5xx
        BadTarget, ///< the next address cannot be read
        NotWeb, ///< the next address is for an app or another program
        Loop,
        TooManyHops,
        TooLong, ///< all hops together took too long
        Cancelled,
    };

    QByteArray url; ///< as it was given, without a browser's clean-up where there was none to do
    By by = By::Start;
    int status = 0; ///< of the HTTP answer; 0: none
    Trouble trouble = Trouble::None;
    QString detail; ///< what the trouble is about: an address, the certificate's fault
    bool downgraded = false; ///< reached from https by http
    qint64 tookMs = 0;

    friend bool operator==(const Hop &, const Hop &) = default;
};

QLatin1StringView hopByWord(Hop::By by); ///< start, redirect, refresh_header, meta_refresh, javascript
QLatin1StringView hopTroubleWord(Hop::Trouble trouble); ///< name_not_found, …; empty for None

} // namespace Matchbook

Q_DECLARE_METATYPE(Matchbook::Hop)
