// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batchwriter.h"

#include "storefailure.h"
#include "transaction.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(storeLog, "matchbook.store")

namespace Matchbook {

BatchWriter::BatchWriter(Database &database, std::shared_ptr<const PresetCatalogue> presets)
    : m_database(database), m_clicks(database), m_judge(database, std::move(presets)), m_rollups(database),
      m_testTokens(database), m_touch(database, "store_touch")
{ }

void BatchWriter::forget()
{
    m_clicks.forgetUserAgents();
    m_judge.forget();
}

Expected<std::vector<WriteReceipt>> BatchWriter::write(const std::vector<WriteJob> &jobs)
{
    auto receipts = writeTogether(jobs);
    if (receipts)
        return receipts;
    forget();
    if (concernsWholeStore(receipts.error()))
        return receipts;
    qCWarning(storeLog) << "a batch of" << jobs.size()
                        << "failed and is repeated row by row:" << receipts.error().detail;
    receipts = writeOneByOne(jobs);
    if (!receipts)
        forget();
    return receipts;
}

Expected<void> BatchWriter::book(Transaction &transaction, const RollupSums &sums)
{
    if (auto settled = settleIfDue(transaction); !settled)
        return settled;
    return m_rollups.add(sums);
}

/// What was taken in has been promised to whoever sent it: a sum that cannot be stored is no reason to break that.
Expected<void> BatchWriter::settleIfDue(Transaction &transaction)
{
    if (!m_judge.isSettlementDue())
        return {};
    if (auto saved = transaction.savepoint(); !saved)
        return saved;
    RollupSums waiting;
    auto settled = m_judge.settle(waiting);
    if (settled)
        settled = m_rollups.add(waiting);
    if (settled)
        return transaction.keepSavepoint();
    if (concernsWholeStore(settled.error()))
        return settled;
    qCWarning(storeLog) << "new conversions are not settled and wait on:" << settled.error().detail;
    m_judge.postponeSettlement();
    return transaction.undoSavepoint();
}

Expected<void> BatchWriter::settle()
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    m_judge.begin();
    RollupSums sums;
    if (auto settled = m_judge.settle(sums); !settled)
        return settled;
    if (auto added = m_rollups.add(sums); !added)
        return added;
    return transaction.commit();
}

Expected<void> BatchWriter::insertClick(const NewClick &click, RollupSums &sums)
{
    if (TestTokens::mayMark(click)) {
        const auto marked = m_testTokens.marked(click);
        if (!marked)
            return unexpected(marked.error());
        if (auto done = m_clicks.insert(*marked); !done)
            return done;
        sums.addClick(*marked);
        return {};
    }
    if (auto done = m_clicks.insert(click); !done)
        return done;
    sums.addClick(click);
    return {};
}

Expected<WriteReceipt> BatchWriter::writeOne(const WriteJob &job, RollupSums &sums)
{
    if (const auto *click = std::get_if<NewClick>(&job.work)) {
        if (auto done = insertClick(*click, sums); !done)
            return unexpected(done.error());
        return WriteReceipt{WriteReceipt::Result::Stored, {}};
    }
    auto judged = m_judge.receive(std::get<RawPostback>(job.work), sums, job.ahead.get());
    if (!judged)
        return unexpected(judged.error());
    return WriteReceipt{WriteReceipt::Result::Stored, *std::move(judged)};
}

Expected<std::vector<WriteReceipt>> BatchWriter::writeTogether(const std::vector<WriteJob> &jobs)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return unexpected(transaction.begun().error());
    m_judge.begin();
    std::vector<WriteReceipt> receipts;
    receipts.reserve(jobs.size());
    RollupSums sums;
    for (const WriteJob &job : jobs) {
        auto receipt = writeOne(job, sums);
        if (!receipt)
            return unexpected(receipt.error());
        receipts.push_back(*std::move(receipt));
    }
    if (auto booked = book(transaction, sums); !booked)
        return unexpected(booked.error());
    if (auto committed = transaction.commit(); !committed)
        return unexpected(committed.error());
    return receipts;
}

Expected<std::vector<WriteReceipt>> BatchWriter::writeOneByOne(const std::vector<WriteJob> &jobs)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return unexpected(transaction.begun().error());
    m_judge.begin();
    std::vector<WriteReceipt> receipts(jobs.size());
    RollupSums sums;
    for (size_t i = 0; i < jobs.size(); ++i) {
        if (auto saved = transaction.savepoint(); !saved)
            return unexpected(saved.error());
        RollupSums sumsOfOne;
        auto receipt = writeOne(jobs[i], sumsOfOne);
        if (receipt) {
            if (auto kept = transaction.keepSavepoint(); !kept)
                return unexpected(kept.error());
            receipts[i] = *std::move(receipt);
            sums.merge(sumsOfOne);
            continue;
        }
        if (concernsWholeStore(receipt.error()))
            return unexpected(receipt.error());
        qCWarning(storeLog) << "one row cannot be stored:" << receipt.error().detail;
        forget();
        if (auto undone = transaction.undoSavepoint(); !undone)
            return unexpected(undone.error());
    }
    if (auto booked = book(transaction, sums); !booked)
        return unexpected(booked.error());
    if (auto committed = transaction.commit(); !committed)
        return unexpected(committed.error());
    return receipts;
}

Expected<void> BatchWriter::writeOneLate(const NewClick &click, RollupSums &sums)
{
    const auto stored = m_clicks.find(click.clickId);
    if (!stored)
        return unexpected(stored.error());
    if (*stored)
        return {}; // a crash came between storing it and emptying the file
    if (auto done = insertClick(click, sums); !done)
        return done;
    return m_judge.clickArrived(click.clickId, sums);
}

Expected<QList<NewClick>> BatchWriter::writeLate(const QList<NewClick> &clicks)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return unexpected(transaction.begun().error());
    m_judge.begin();
    const auto failed = [this](const Failure &failure) {
        forget();
        return unexpected(failure);
    };
    // Something is always written, so that success means that the store takes writes again.
    if (auto touched = m_touch.run(); !touched)
        return failed(touched.error());
    RollupSums sums;
    QList<NewClick> refused;
    for (const NewClick &click : clicks) {
        if (auto saved = transaction.savepoint(); !saved)
            return failed(saved.error());
        RollupSums sumsOfOne;
        if (auto written = writeOneLate(click, sumsOfOne); written) {
            if (auto kept = transaction.keepSavepoint(); !kept)
                return failed(kept.error());
            sums.merge(sumsOfOne);
            continue;
        } else if (concernsWholeStore(written.error())) {
            return failed(written.error());
        }
        forget();
        if (auto undone = transaction.undoSavepoint(); !undone)
            return failed(undone.error());
        refused << click;
    }
    if (auto booked = book(transaction, sums); !booked)
        return failed(booked.error());
    if (auto committed = transaction.commit(); !committed)
        return failed(committed.error());
    return refused;
}

} // namespace Matchbook
