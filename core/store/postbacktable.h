// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "statement.h"
#include "vocabulary/conversion.h"
#include "vocabulary/postback.h"

#include <QList>

namespace Matchbook {

/// How one postback was judged, as its row keeps it.
struct Judgement {
    PostbackOutcome outcome = PostbackOutcome::Refused;
    PostbackCause cause = PostbackCause::UnknownKey;
    QString detail;
    ConversionId conversion;
    QString clickId; ///< as understood; what was sent where nothing was
    QString transactionId;
    std::optional<Money> payout;
    MatchKind match = MatchKind::None;

    friend bool operator==(const Judgement &, const Judgement &) = default;
};

/// A stored postback that still waits for its click.
struct WaitingPostback {
    PostbackId id;
    NetworkId network;
    RawPostback raw;
};

/// The postback in columns 0 to 12 of a statement that selects what `postback_waiting_for_click` does.
WaitingPostback waitingPostbackFrom(const Statement &row);

/// Raw postbacks with their judgement, in the caller's transaction.
class PostbackTable
{
public:
    explicit PostbackTable(const Database &database);

    Expected<PostbackId> insert(const RawPostback &raw, NetworkId network, const Judgement &judgement);
    Expected<void> rejudged(PostbackId id, const Judgement &judgement);
    /// A stored notification could be opened after all, and this is what is kept of it.
    Expected<void> opened(PostbackId id, const RawPostback &raw);
    Expected<QList<WaitingPostback>> waitingFor(const QString &clickId);
    /// The first postback of a conversion, as far as its shape goes; nothing if there is none.
    Expected<std::optional<RawPostback>> firstOf(ConversionId conversion);

    /// True if a postback of the conversion that is stored already says what \a raw does in the very same words.
    Expected<bool> hasSame(ConversionId conversion, const RawPostback &raw);

    /// Rows without a network, and the removal of the oldest of them: strangers must not be able to fill the disk.
    Expected<qint64> quarantineSize();
    Expected<void> trimQuarantine(qint64 rows);
    /// How many requests are kept that were refused before they were whole, and the removal of the oldest of them.
    Expected<qint64> refusedSize();
    Expected<void> trimRefused(qint64 rows);

private:
    void bindJudgement(Statement &statement, const Judgement &judgement);

    Statement m_insert;
    Statement m_rejudged;
    Statement m_opened;
    Statement m_waiting;
    Statement m_firstOf;
    Statement m_sameOf;
    Statement m_quarantineSize;
    Statement m_quarantineTrim;
    Statement m_quarantineDropped;
    Statement m_refusedSize;
    Statement m_refusedTrim;
};

} // namespace Matchbook
