// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/buyers.h"
#include "vocabulary/currency.h"
#include "vocabulary/expected.h"
#include "vocabulary/period.h"

#include <QString>
#include <QStringList>

namespace Matchbook {

/// What the person chose. Lives in `matchbook.ini` in the data folder; a missing or unreadable entry has its default.
struct Preferences {
    QString bindAddress = QStringLiteral("127.0.0.1");
    quint16 port = 8130;
    QString publicUrl; ///< how the outside reaches the listener, without a slash at the end; empty: its own address
    QStringList trustedProxies; ///< addresses or CIDR blocks whose X-Forwarded-For is believed
    int listenerThreads = 1;
    bool keepFullAddresses = false; ///< visitors' addresses; off: cut to /24 and /48
    BuyerData buyerData = BuyerData::Left; ///< what is stored of the buyers whom notifications name
    QString timeZone; ///< IANA; empty: the computer's
    Currency baseCurrency = Currency::usd();
    PeriodRules periods; ///< the week's first day follows the locale in windows
    bool downloadRates = false; ///< the central bank's exchange rates, once a day
    QString ratesAddress; ///< where they are, without a slash at the end; empty: at the central bank
    QString theme = QStringLiteral("system"); ///< system, light, dark
    bool keepListeningInTray = false; ///< what closing the window does
    bool askedAboutTray = false;

    static Preferences load(const QString &dataFolder);
    Expected<void> save(const QString &dataFolder) const;

    /// Sets the entry called \a key (`port`, `public-url`, …) from text. Fails with BadUsage, saying what is allowed.
    Expected<void> set(const QString &key, const QString &value);
    /// Every entry as key and text, in a fixed order.
    QList<QPair<QString, QString>> entries() const;

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

} // namespace Matchbook
