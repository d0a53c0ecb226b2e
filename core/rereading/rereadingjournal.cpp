// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereadingjournal.h"

#include "store/random.h"

namespace Matchbook {

namespace {

constexpr int runLength = 16;

/// \a statement gives back the row of the application if it found it under the run's name.
Expected<void> isOwn(Statement &statement)
{
    if (statement.next()) {
        statement.finish();
        return {};
    }
    return unexpected(statement.failure().value_or(
            Failure{Failure::Kind::AlreadyExists,
                    QStringLiteral("Another process has taken this re-reading over.")}));
}

} // namespace

Expected<std::optional<RereadingHeader>> rereadingHeader(const Database &database)
{
    Statement select(database, "rereading_header");
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    std::optional<RereadingHeader> header;
    if (select.next())
        header = RereadingHeader{{select.number(0)}, RereadingState(select.number(1)),
                                 select.number(2),   select.number(3),
                                 select.number(4),   select.number(5),
                                 select.text(6)};
    if (const auto failure = select.failure())
        return unexpected(*failure);
    return header;
}

QString newRun()
{
    return QString::fromLatin1(randomKey(runLength));
}

Expected<void> beginRereading(const Database &database, NetworkId network, const QString &run, qint64 now)
{
    for (const char *clear : {"rereading_clear_postback", "rereading_clear_touched",
                              "rereading_clear_conversion", "rereading_clear_history"}) {
        if (auto done = Statement(database, clear).run(); !done)
            return done;
    }
    return Statement(database, "rereading_begin").run(network.value, now, now, run);
}

Expected<void> claimRereading(const Database &database, const QString &run, qint64 now)
{
    return Statement(database, "rereading_claim").run(run, now);
}

Expected<void> keepPostback(const Database &database, PostbackId postback, qint64 slice)
{
    return Statement(database, "rereading_keep_postback").run(slice, postback.value);
}

Expected<void> advanceRereading(const Database &database, const QString &run, RereadingState state,
                                qint64 now, qint64 slices, qint64 postbacks)
{
    Statement advance(database, "rereading_advance");
    if (auto done = advance.run(int(state), now, slices, postbacks, run); !done)
        return done;
    return isOwn(advance);
}

Expected<void> endRereading(const Database &database, const QString &run)
{
    Statement end(database, "rereading_end");
    if (auto done = end.run(run); !done)
        return done;
    return isOwn(end);
}

RereadingJournal::RereadingJournal(const Database &database, ConversionTable &conversions)
    : m_conversions(conversions), m_postbacks(database), m_keepPostback(database, "rereading_keep_postback"),
      m_touch(database, "rereading_touch"), m_keepConversion(database, "rereading_keep_conversion"),
      m_keepHistory(database, "rereading_keep_history"), m_put(database, "conversion_insert"),
      m_history(database, "history_insert"), m_delete(database, "conversion_delete"),
      m_deleteHistory(database, "history_delete"), m_dropped(database, "conversion_dropped_add")
{ }

Expected<QList<qint64>> RereadingJournal::write(const RereadingPlan &plan, qint64 slice, RollupSums &sums)
{
    // All are taken out before any is put in: two conversions may have swapped their keys.
    for (const PlannedSale &sale : plan.sales) {
        if (auto done = remove(sale, slice, sums); !done)
            return unexpected(done.error());
    }
    QList<qint64> ids(qsizetype(plan.sales.size()));
    for (size_t i = 0; i < plan.sales.size(); ++i) {
        const auto id = put(plan.sales[i], slice, sums);
        if (!id)
            return unexpected(id.error());
        ids[qsizetype(i)] = *id;
    }
    for (const PlannedPostback &postback : plan.postbacks) {
        const bool ofWritten = postback.sale >= 0 && plan.sales[size_t(postback.sale)].written;
        // Also those that stay as they are: what has joined a conversion since can then be told from them.
        if (postback.differs() || ofWritten) {
            if (auto done = m_keepPostback.run(slice, postback.id.value); !done)
                return unexpected(done.error());
        }
        if (!postback.differs())
            continue;
        Judgement judgement = postback.after;
        if (postback.sale >= 0)
            judgement.conversion = {ids.at(postback.sale)};
        if (auto done = m_postbacks.rejudged(postback.id, judgement); !done)
            return unexpected(done.error());
    }
    return ids;
}

Expected<void> RereadingJournal::touch(qint64 conversion, qint64 slice)
{
    if (auto done = m_touch.run(conversion, slice); !done)
        return done;
    const bool first = m_touch.next();
    m_touch.finish();
    if (!first)
        return {};
    if (auto done = m_keepConversion.run(conversion); !done)
        return done;
    return m_keepHistory.run(conversion);
}

Expected<void> RereadingJournal::remove(const PlannedSale &sale, qint64 slice, RollupSums &sums)
{
    if (!sale.written || !sale.before)
        return {};
    const Conversion &before = *sale.before;
    if (auto done = touch(before.id.value, slice); !done)
        return done;
    if (auto done = m_deleteHistory.run(before.id.value); !done)
        return done;
    if (auto done = m_delete.run(before.id.value); !done)
        return done;
    Conversion gone = before;
    gone.clickId.clear();
    if (auto done = m_conversions.settlement().clickChanged(before, gone); !done)
        return done;
    if (m_conversions.isSettled(before.id))
        sums.removeConversion(before);
    // Its number stays empty, and a list that counts on numbers without a gap must know.
    return sale.isRemoved() ? m_dropped.run(1) : Expected<void>();
}

Expected<void> RereadingJournal::putHistory(const PlannedSale &sale, ConversionId id)
{
    // A conversion that never changed has no history: its one line is itself.
    if (sale.history.size() < 2)
        return {};
    for (const SaleReplay::Step &step : sale.history) {
        auto done = m_history.run(id.value, step.postback.value, step.time, int(step.state.status),
                                  step.state.payout.micros, step.state.payout.currency.code(),
                                  step.state.refundedMicros);
        if (!done)
            return done;
    }
    return {};
}

Expected<qint64> RereadingJournal::put(const PlannedSale &sale, qint64 slice, RollupSums &sums)
{
    if (!sale.written || !sale.after)
        return sale.after ? sale.after->id.value : 0;
    Conversion conversion = *sale.after;
    if (sale.isAdded()) {
        const auto id = m_conversions.insert(conversion);
        if (!id)
            return unexpected(id.error());
        conversion.id = *id;
        if (auto done = m_touch.run(conversion.id.value, slice); !done)
            return unexpected(done.error());
        m_touch.finish();
    } else {
        if (auto done = bindConversion(m_put, conversion).runBound(); !done)
            return unexpected(done.error());
        Conversion gone = conversion;
        gone.clickId.clear();
        if (auto done = m_conversions.settlement().clickChanged(gone, conversion); !done)
            return unexpected(done.error());
        if (m_conversions.isSettled(conversion.id))
            sums.addConversion(conversion);
    }
    if (auto done = putHistory(sale, conversion.id); !done)
        return unexpected(done.error());
    return conversion.id.value;
}

} // namespace Matchbook
