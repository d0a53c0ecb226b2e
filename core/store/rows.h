// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matching/networkalarm.h"
#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/click.h"
#include "vocabulary/conversion.h"
#include "vocabulary/postback.h"

#include <QList>
#include <QString>

#include <optional>

namespace Matchbook {

/// A stored click as lists and the Journey show it.
struct ClickRow {
    qint64 id = 0;
    QString clickId;
    qint64 time = 0; ///< Unix ms
    ClickKind kind = ClickKind::Visitor;
    QString campaign;
    QString offer;
    QString network;
    QString externalId;
    SubIds subIds;
    QByteArray query;
    QString address;
    QString userAgent;
    QString referrer;
    qint64 costMicros = 0;
};

/// A stored conversion with the names its IDs stand for.
struct ConversionRow {
    Conversion conversion;
    QString campaign;
    QString offer;
    QString network;
};

/// A stored postback, raw and judged.
struct PostbackRow {
    PostbackId id;
    qint64 time = 0; ///< Unix ms
    NetworkId networkId; ///< invalid in quarantine
    QString network; ///< empty in quarantine
    QByteArray method;
    QByteArray path; ///< with the key shortened
    QByteArray query;
    QByteArray body;
    QString contentType;
    QString userAgent;
    bool pixel = false;
    QString sender;
    PostbackOutcome outcome = PostbackOutcome::Unmatched;
    PostbackCause cause = PostbackCause::None;
    QString causeDetail; ///< the offending value, or `pending>approved`
    QString clickId; ///< as understood; empty if none
    QString transactionId;
    std::optional<Money> payout; ///< as understood
    ConversionId conversion;
    QString campaign; ///< of the conversion; empty if none
    MatchKind match = MatchKind::None;
    bool isTest = false; ///< of a click that a test made
    Signature signature = Signature::Unchecked; ///< of a notification
};

/// How many postbacks there are.
struct PostbackCounts {
    qint64 all = 0;
    qint64 good = 0; ///< matched, changed or repeated
};

/// One line of a conversion's history.
struct HistoryLine {
    qint64 time = 0; ///< Unix ms
    PostbackId postback;
    ConversionStatus status = ConversionStatus::Approved;
    Money payout;
    qint64 refundedMicros = 0;
};

/// Everything the Journey shows about one click or conversion.
struct Journey {
    std::optional<ClickRow> click;
    QByteArray redirectedTo; ///< the offer URL as the visitor got it
    std::optional<ConversionRow> conversion;
    QList<HistoryLine> history; ///< oldest first
    QList<PostbackRow> postbacks; ///< oldest first
};

/// Which rows of a table, and in which order. Zero and empty mean "any".
struct RowFilter {
    qint64 since = 0; ///< Unix ms, included
    qint64 until = 0; ///< Unix ms, excluded
    NetworkId network;
    CampaignId campaign;
    OfferId offer;
    QStringList
            words; ///< outcome words for postbacks, status words for conversions, `visitor`/`bot`/`probe`/`test` for clicks
    QString search; ///< part of a click ID, transaction ID, external ID or (postbacks) query
    QString sortBy; ///< a column's word; empty: newest first
    bool ascending = false;
    QStringList
            causes; ///< for postbacks only: cause words, and `decoded`, `case_folded`, `trimmed` for repaired click IDs
    bool withoutTests
            = false; ///< leaves out postbacks of test clicks that were unmatched, not understood or refused

    bool isPlain() const; ///< newest first and nothing left out: rows are then addressed by arithmetic
    friend bool operator==(const RowFilter &, const RowFilter &) = default;
};

/// The rows that a filter leaves, as a table needs them: how many, and which ID the n-th has.
struct RowIndex {
    qint64 firstId = 0; ///< of a plain filter: the rows are firstId … lastId, newest first
    qint64 lastId = 0;
    QList<qint64> ids; ///< of any other filter, in its order, at most \a limit of them
    bool plain = true;
    bool cut = false; ///< there were more than the limit

    qint64 count() const { return plain ? (lastId ? lastId - firstId + 1 : 0) : ids.size(); }
    qint64 idAt(qint64 row) const { return plain ? lastId - row : ids.at(row); }
};

/// How a network has been doing.
struct NetworkHealth {
    AffiliateNetwork network;
    QString presetName;
    qint64 lastPostback = 0; ///< Unix ms; 0: never
    int matchedToday = 0;
    int unmatchedToday = 0; ///< unmatched and not understood
    int repeatedToday = 0; ///< repeated and changed
    int approved30 = 0; ///< conversions of the last 30 days, by status
    int decided30 = 0;
    Money payout30; ///< confirmed revenue of the last 30 days in the network's main currency
    QList<NetworkAlarm> alarms; ///< what is wrong, the worst first
    qint64 oldKeyUntil = 0; ///< Unix ms; when the newest key of before runs out, or did; 0: there is none
};

} // namespace Matchbook
