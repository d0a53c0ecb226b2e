// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clickhistory.h"
#include "clicktable.h"
#include "conversiontable.h"
#include "judging.h"
#include "postbacktable.h"
#include "rollups.h"

#include <QHash>

#include <memory>

namespace Matchbook {

/// What the writer tells the listener about one postback.
struct JudgedPostback {
    PostbackOutcome outcome = PostbackOutcome::Refused;
    PostbackCause cause = PostbackCause::UnknownKey;
    QByteArray answerText; ///< the network's own; empty: OK
};

/// Stores raw postbacks with their judgement and effect, in the caller's transaction, and says what the roll-ups change by.
class PostbackJudge
{
public:
    PostbackJudge(const Database &database, std::shared_ptr<const PresetCatalogue> presets);

    void setNetworks(const QList<AffiliateNetwork> &networks, const QList<RetiredKey> &retiredKeys = {});
    /// Reads by other presets from the next setNetworks() on.
    void setPresets(std::shared_ptr<const PresetCatalogue> presets) { m_presets = std::move(presets); }
    /// Opens notifications with these from the next setNetworks() on.
    void setOpening(std::shared_ptr<const OpeningSettings> opening) { m_opening = std::move(opening); }
    bool knowsKey(const QByteArray &key) const { return m_byKey->contains(key) || m_retired.contains(key); }
    /// What it judges by, for readAhead() in other threads.
    std::shared_ptr<const JudgedNetworks> networks() const { return m_byKey; }

    /// Judges and stores one postback. \a sums grows by its effect; discard it when the transaction fails.
    Expected<JudgedPostback> receive(const RawPostback &raw, RollupSums &sums,
                                     const ReadAhead *ahead = nullptr);
    /// A click has arrived late: judges again the postbacks that waited for it.
    Expected<void> clickArrived(const ClickId &clickId, RollupSums &sums);
    /// Judges a stored postback that has no conversion, or none any more, by what is stored now.
    Expected<void> judgeAgain(const WaitingPostback &postback, RollupSums &sums);
    /// After a rollback the bounded quarantine's size is counted again.
    void forget();
    /// Call when a transaction begins: another process may have written.
    void begin() { m_conversions.settlement().forget(); }
    /// True when enough conversions wait: settle() before the transaction ends.
    bool isSettlementDue() { return m_conversions.settlement().isDue(); }
    Expected<void> settle(RollupSums &sums) { return m_conversions.settlement().settle(sums); }
    /// Settling has failed and is taken back: it is due again when as many have come once more.
    void postponeSettlement() { m_conversions.settlement().postpone(); }

private:
    /// A key of before, and which one its network has now.
    struct Retired {
        QByteArray presentKey;
        NetworkId network;
        qint64 validUntil = 0;
    };

    Expected<JudgedPostback> quarantine(const RawPostback &raw, PostbackCause cause, const QString &detail);
    Expected<JudgedPostback> noteRefused(const RawPostback &raw, NetworkId network);
    /// \a raw is what is stored of it: a notification has been opened.
    Expected<Judgement> judge(const RawPostback &raw, AskedQuestion &asked, RollupSums &sums);
    QString nameOf(NetworkId network) const;
    Expected<void> lookUp(AskedQuestion &asked);
    Expected<void> explain(MatchDecision &decision, const AskedQuestion &asked, const RawPostback &raw);
    Expected<QList<Conversion>> conversionsOfClick(const MatchQuestion &question, const ClickId &clickId);
    Expected<void> addHistory(PostbackId postback, qint64 time);
    Expected<ConversionId> carryOut(const MatchQuestion &question, const MatchDecision &decision,
                                    RollupSums &sums);

    std::shared_ptr<const PresetCatalogue> m_presets;
    std::shared_ptr<const OpeningSettings> m_opening = std::make_shared<const OpeningSettings>();
    ClickTable m_clicks;
    ConversionTable m_conversions;
    PostbackTable m_postbacks;
    ClickHistoryTable m_history;
    std::shared_ptr<const JudgedNetworks> m_byKey = std::make_shared<const JudgedNetworks>();
    QHash<QByteArray, Retired> m_retired;
    std::optional<qint64> m_quarantineSize;
    /// What the judgement at hand has changed, for its line in the history.
    struct Change {
        Conversion before;
        Conversion after;
    };
    std::optional<Change> m_changed;
};

} // namespace Matchbook
