// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clickidrepair.h"
#include "networkpreset.h"
#include "vocabulary/postback.h"

namespace Matchbook {

/// What a message is about.
enum class NewsKind {
    Money, ///< a sale, or what became of one
    Event, ///< a line in the history of its sale: a subscription cancelled, a product changed
    SetupTest, ///< the network's own test of the URL
    Information, ///< nothing that concerns any sale
};

/// What a postback says, read with a network's preset. Nothing has been looked up yet.
struct PostbackReading {
    NewsKind kind = NewsKind::Money;
    QString newsWord; ///< the network's own word for it (`CANCEL-REBILL`), where it is no money
    QByteArray clickIdText; ///< decoded once; empty if there was none
    QString clickIdField; ///< the parameter it was read from, also an empty one; empty if there was none
    /// The parameter that carries a click ID of ours though the preset does not read it as one, where none that it does read
    /// has one.
    QString clickIdElsewhere;
    QString transactionId; ///< empty if none, or if the macro was never replaced
    QString event;
    std::optional<ConversionStatus> status; ///< nothing when none was sent: the default applies
    std::optional<qint64> payoutMicros; ///< nothing when none was sent: the offer's default applies
    std::optional<Currency> currency; ///< nothing when none was sent: the network's default applies
    std::optional<qint64> happenedAt; ///< of a row of a report: its date, Unix ms; nothing where it has none
    PostbackCause problem
            = PostbackCause::None; ///< BadAmount, AmbiguousAmount, UnknownCurrency, UnknownStatus
    QString problemDetail; ///< the text that could not be read
    /// The transaction ID is the receipt of one payment: only what names it takes it back, and once taken back it is not
    /// paid by the same payment told again.
    bool isReceipt = false;
    bool imported
            = false; ///< a row of a report: it says how a sale stands, so that a repeat never adds anything
    QString oldSignature; ///< the parameter with the signature of an old form, which is not checked, and no other beside it
    QString contradiction; ///< `payout=5 payout=7` where amount or status was sent twice and differs; the first counts
};

/// Reads the query and then a form-encoded body (whatever its Content-Type says; the members of a JSON object count
/// as fields too) with the preset and the network's own settings. Parameter names compare without case. A row of a report is read
/// by what it says of its columns.
PostbackReading readPostback(const ReceivedRequest &request, const NetworkPreset &preset,
                             const AffiliateNetwork &network);

/// The click ID that \a reading names, mended. Where there is none: why, also by what the other parameters hold.
RepairedClickId clickIdOf(const PostbackReading &reading);

} // namespace Matchbook
