// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/protocols/protocol.h"
#include "vocabulary/conversion.h"
#include "vocabulary/identifiers.h"
#include "vocabulary/money.h"
#include "vocabulary/postback.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace Matchbook {

/// What a person says of one postback. It holds when the postback is read again.
struct PersonsDecision {
    enum class Kind {
        Attach, ///< it belongs to this click
        Keep, ///< it is revenue of its network without a click
        Adopt, ///< it came with an unknown key and is of this network
    };
    Kind kind = Kind::Keep;
    PostbackId postback;
    QString clickId; ///< for Attach
    NetworkId network; ///< for Adopt
};

/// Which stored postbacks are to be read again. Either a list of IDs, or those of one network that the rest leaves.
struct RereadingChoice {
    NetworkId network;
    QStringList outcomes; ///< outcome words; empty: any
    QStringList causes; ///< cause words; empty: any
    qint64 since = 0; ///< Unix ms, included
    qint64 until = 0; ///< Unix ms, excluded; 0: no end
    QList<PostbackId> ids; ///< not empty: these and nothing else
    std::optional<PersonsDecision> decision; ///< made first, about the only one of \a ids
    bool evenRefused
            = false; ///< \a ids were named one by one: also those whose sender was not allowed are read
    std::shared_ptr<const OpeningSettings> opening
            = nullptr; ///< for notifications that could not be opened yet; may be null
};

/// Conversions of one status in one currency.
struct StatusTotal {
    qint64 conversions = 0;
    qint64 payoutMicros = 0;

    friend bool operator==(const StatusTotal &, const StatusTotal &) = default;
};
using StatusTotals = QMap<std::pair<QString, ConversionStatus>, StatusTotal>; ///< by currency code and status

/// What reading again does, or did.
struct RereadingReport {
    qint64 postbacks = 0; ///< chosen
    qint64 added = 0; ///< conversions
    qint64 changed = 0;
    qint64 removed = 0;
    qint64 unchanged = 0; ///< conversions that came out as they were
    qint64 understood
            = 0; ///< chosen postbacks that were unmatched, not understood or refused and are so no more
    QMap<QString, qint64> notUnderstood; ///< chosen postbacks without a conversion afterwards, by cause word
    StatusTotals before; ///< of the whole network
    StatusTotals after;
    bool cancelled = false; ///< nothing is changed then

    friend bool operator==(const RereadingReport &, const RereadingReport &) = default;
};

/// Told now and then how far the work is; returns false to end it. Called in the working thread.
using RereadingProgress = std::function<bool(qint64 done, qint64 total)>;

} // namespace Matchbook
