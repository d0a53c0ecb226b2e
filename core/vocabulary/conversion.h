// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "click.h"
#include "identifiers.h"
#include "money.h"

#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace Matchbook {

/// Test and Ignored never count.
enum class ConversionStatus { Pending, Approved, Rejected, Refunded, ChargedBack, Test, Ignored };

QLatin1StringView statusWord(
        ConversionStatus status); ///< pending, approved, rejected, refunded, charged_back, test, ignored
std::optional<ConversionStatus> statusFromWord(QStringView word);

/// Which step of the repair ladder found the click, or what else joined the postback to its conversion.
/// Attached and Kept are a person's word: this click, or no click at all.
enum class MatchKind { None, Exact, Decoded, CaseFolded, Trimmed, Transaction, Attached, Kept };
QLatin1StringView matchWord(
        MatchKind kind); ///< exact, decoded, case_folded, trimmed, transaction, attached, kept
MatchKind matchFromWord(QStringView word);
/// True for the steps that mend a click ID: decoded, case_folded, trimmed.
bool isRepair(MatchKind kind);

/// A postback accepted as one paid event. Campaign, offer, network, sub IDs and cost are copied from the click,
/// so that a purge of old clicks changes no total.
struct Conversion {
    ConversionId id;
    NetworkId network;
    CampaignId campaign;
    OfferId offer;
    QString dedupKey; ///< never null; unique within the network
    QString transactionId;
    QString clickId; ///< 20 characters
    qint64 clickTime = 0; ///< Unix ms
    qint64 time = 0; ///< Unix ms, when the first postback arrived
    qint64 statusTime = 0; ///< Unix ms, when the status last changed
    QString event;
    ConversionStatus status = ConversionStatus::Approved;
    Money payout;
    qint64 refundedMicros = 0; ///< how much of the payout went back
    qint64 costMicros = 0;
    QString externalId;
    SubIds subIds;
    MatchKind match = MatchKind::Exact;
    int timesReceived = 1;
    bool saleSeen = true; ///< false while only a refund has arrived

    friend bool operator==(const Conversion &, const Conversion &) = default;
};

} // namespace Matchbook
