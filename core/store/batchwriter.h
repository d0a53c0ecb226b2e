// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "testtokens.h"
#include "writejob.h"

#include <vector>

namespace Matchbook {

class Transaction;

/// Writes batches of jobs, each in one transaction with its roll-ups, on the writer's connection and in its thread.
class BatchWriter
{
public:
    BatchWriter(Database &database, std::shared_ptr<const PresetCatalogue> presets);

    void setNetworks(const QList<AffiliateNetwork> &networks, const QList<RetiredKey> &retiredKeys = {})
    {
        m_judge.setNetworks(networks, retiredKeys);
    }
    std::shared_ptr<const JudgedNetworks> networks() const { return m_judge.networks(); }
    /// Takes effect with the next setNetworks().
    void setPresets(std::shared_ptr<const PresetCatalogue> presets)
    {
        m_judge.setPresets(std::move(presets));
    }
    /// Likewise.
    void setOpening(std::shared_ptr<const OpeningSettings> opening)
    {
        m_judge.setOpening(std::move(opening));
    }
    bool knowsKey(const QByteArray &key) const { return m_judge.knowsKey(key); }

    /// One receipt for each job. If the batch fails for a reason that lies in a row, it is repeated with every row on its own
    /// savepoint, and only the bad rows fail. Fails as a whole, having stored nothing, when the store itself is in trouble.
    Expected<std::vector<WriteReceipt>> write(const std::vector<WriteJob> &jobs);

    /// Clicks from the spill file: those that are not stored yet, and the postbacks that waited for them. Returns the clicks
    /// that the store does not take for a reason that lies in themselves; they hold up nobody.
    Expected<QList<NewClick>> writeLate(const QList<NewClick> &clicks);

    /// Enters every new conversion in the stored sums now, without waiting for more of them (see Settlement).
    Expected<void> settle();

private:
    Expected<std::vector<WriteReceipt>> writeTogether(const std::vector<WriteJob> &jobs);
    Expected<std::vector<WriteReceipt>> writeOneByOne(const std::vector<WriteJob> &jobs);
    Expected<WriteReceipt> writeOne(const WriteJob &job, RollupSums &sums);
    /// A test of our own is told here, whichever process and file the click came through.
    Expected<void> insertClick(const NewClick &click, RollupSums &sums);
    Expected<void> writeOneLate(const NewClick &click, RollupSums &sums);
    /// What the batch adds to the sums, and what has waited long enough.
    Expected<void> book(Transaction &transaction, const RollupSums &sums);
    Expected<void> settleIfDue(Transaction &transaction);
    /// What was remembered of rows that a rollback took back is wrong.
    void forget();

    Database &m_database;
    ClickTable m_clicks;
    PostbackJudge m_judge;
    RollupTables m_rollups;
    TestTokens m_testTokens;
    Statement m_touch;
};

} // namespace Matchbook
