// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trialledger.h"

#include "matching/repeatkind.h"
#include "store/rolluptotals.h"

#include <limits>

namespace Matchbook {

namespace {

constexpr int conversionDate = 1;

} // namespace

Expected<StatusTotals> statusTotals(Database &database, NetworkId network)
{
    const RollupSpan always{false, std::numeric_limits<int>::min(), std::numeric_limits<int>::max(), 0};
    const auto totals = conversionTotals(database, always, {}, network, conversionDate);
    if (!totals)
        return unexpected(totals.error());
    StatusTotals sums;
    for (const ConversionTotal &total : *totals) {
        if (total.conversions == 0)
            continue;
        StatusTotal &sum = sums[{total.currency.code(), total.status}];
        sum.conversions += total.conversions;
        for (const qint64 part : {total.confirmed, total.pending, total.rejected, total.refunded})
            sum.payoutMicros = saturatedSum(sum.payoutMicros, part);
    }
    return sums;
}

TrialLedger::TrialLedger(Database &database, const ReportSurvey &survey)
    : m_survey(survey), m_clicks(database), m_conversions(database), m_postbacks(database),
      m_historyTable(database)
{ }

Expected<void> TrialLedger::prepare(Database &database, NetworkId network)
{
    const auto totals = statusTotals(database, network);
    if (!totals)
        return unexpected(totals.error());
    m_report.before = m_report.after = *totals;
    if (auto looked = m_conversions.settlement().look(); !looked)
        return looked;
    const auto history = m_historyTable.read();
    if (!history)
        return unexpected(history.error());
    m_history = *history;
    return {};
}

Expected<QList<Conversion>> TrialLedger::current(Expected<QList<Conversion>> stored,
                                                 const QList<qint64> &added) const
{
    if (!stored)
        return stored;
    for (Conversion &conversion : *stored) {
        const auto changed = m_changed.constFind(conversion.id.value);
        if (changed != m_changed.cend())
            conversion = *changed;
    }
    for (const qint64 id : added)
        stored->append(m_changed.value(id));
    return stored;
}

Expected<QList<Conversion>> TrialLedger::ofClick(NetworkId network, const QString &clickId)
{
    return current(m_conversions.byClick(network, clickId), m_newOfClick.value(clickId));
}

Expected<void> TrialLedger::lookUp(AskedQuestion &asked)
{
    MatchQuestion &question = asked.question;
    if (auto told = m_clicks.answerPiece(asked); !told)
        return told;
    if (asked.named) {
        auto click = m_clicks.find(*asked.named);
        if (!click)
            return unexpected(click.error());
        answerClick(asked, *std::move(click));
        const QString id = asked.named->toString();
        auto found = asksOnlyForKeyless(question)
                ? current(m_conversions.keylessOfClick(question.network.id, id), m_newKeyless.value(id))
                : ofClick(question.network.id, id);
        if (!found)
            return unexpected(found.error());
        question.byClick = *std::move(found);
    }
    const QString &transaction = question.reading.transactionId;
    if (transaction.isEmpty())
        return {};
    auto found = current(m_conversions.byTransaction(question.network.id, transaction),
                         m_newOfTransaction.value(transaction));
    if (!found)
        return unexpected(found.error());
    question.byTransaction = *std::move(found);
    return {};
}

Expected<void> TrialLedger::refine(MatchDecision &decision, const AskedQuestion &asked,
                                   const RawPostback &raw)
{
    if (decision.cause == PostbackCause::UnknownClick && asked.named)
        explainAbsence(decision, *asked.named, asked.question.time, m_history);
    const Conversion *refunded = undoneRefund(decision, asked.question);
    if (!refunded || refunded->id.value < 0)
        return {};
    const auto same = m_postbacks.hasSame(refunded->id, raw);
    if (!same)
        return unexpected(same.error());
    if (*same)
        decision = staysRefunded(decision, *refunded);
    return {};
}

Expected<void> TrialLedger::judge(const RawPostback &raw, const JudgedNetwork &by)
{
    AskedQuestion asked = questionOf(raw, by);
    if (auto found = lookUp(asked); !found)
        return found;
    MatchDecision decision = matchPostback(asked.question);
    if (auto refined = refine(decision, asked, raw); !refined)
        return refined;
    m_report.count(decision.outcome, decision.cause);
    noteDoubts(decision, asked.question.reading);
    if (decision.conversion)
        keep(decision, asked);
    return {};
}

void TrialLedger::noteDoubts(const MatchDecision &decision, const PostbackReading &reading)
{
    if (decision.cause == PostbackCause::UnknownStatus)
        m_doubts.addWord(decision.detail);
    const bool takesBack
            = reading.status == ConversionStatus::Refunded || reading.status == ConversionStatus::ChargedBack;
    if (!takesBack || !decision.conversion || decision.outcome == PostbackOutcome::Repeated)
        return;
    const Conversion &sale = *decision.conversion;
    if (sale.saleSeen && sale.refundedMicros > 0 && sale.refundedMicros < sale.payout.micros)
        ++m_doubts.partRefunds;
}

void TrialLedger::keep(const MatchDecision &decision, const AskedQuestion &asked)
{
    Conversion conversion = *decision.conversion;
    if (conversion.id.value == 0) {
        conversion.id = {--m_lastNew};
    } else {
        const QList<Conversion> known = asked.question.byTransaction + asked.question.byClick;
        for (const Conversion &before : known) {
            if (before.id == conversion.id) {
                book(before, -1);
                break;
            }
        }
    }
    book(conversion, 1);
    const bool known = m_changed.contains(conversion.id.value);
    if (!known && !m_survey.mayMeetAgain(conversion.clickId)
        && !m_survey.mayMeetAgain(conversion.transactionId))
        return;
    if (!known && conversion.id.value < 0) {
        if (!conversion.transactionId.isEmpty())
            m_newOfTransaction[conversion.transactionId] << conversion.id.value;
        if (!conversion.clickId.isEmpty())
            m_newOfClick[conversion.clickId] << conversion.id.value;
    }
    keepKeyless(conversion);
    m_changed.insert(conversion.id.value, conversion);
}

/// One that gets a transaction ID is keyless no more.
void TrialLedger::keepKeyless(const Conversion &conversion)
{
    const qint64 id = conversion.id.value;
    if (conversion.clickId.isEmpty() || id > 0)
        return;
    QList<qint64> &keyless = m_newKeyless[conversion.clickId];
    if (!conversion.transactionId.isEmpty())
        keyless.removeOne(id);
    else if (!keyless.contains(id))
        keyless << id;
}

void TrialLedger::book(const Conversion &conversion, int sign)
{
    if (conversion.status == ConversionStatus::Test)
        return; // in no sum
    const RevenueShares shares = revenueShares(conversion);
    const std::pair key{conversion.payout.currency.code(), conversion.status};
    StatusTotal &sum = m_report.after[key];
    sum.conversions += sign;
    const qint64 micros = shares.confirmed + shares.pending + shares.rejected + shares.refunded;
    sum.payoutMicros = saturatedSum(sum.payoutMicros, sign * micros);
    if (sum.conversions == 0)
        m_report.after.remove(key);
}

} // namespace Matchbook
