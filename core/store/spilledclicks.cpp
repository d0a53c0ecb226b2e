// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "spilledclicks.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(spillLog, "matchbook.spill")

namespace Matchbook {

namespace {

constexpr auto tryInterval = std::chrono::seconds(1);

} // namespace

SpilledClicks::SpilledClicks(Database &database, BatchWriter &batches)
    : m_batches(batches), m_addLost(database, "lost_clicks_add")
{ }

void SpilledClicks::keep(const std::vector<WriteJob> &jobs, std::vector<WriteReceipt> &receipts)
{
    QList<NewClick> clicks;
    std::vector<size_t> places;
    for (size_t i = 0; i < jobs.size(); ++i) {
        const auto *click = std::get_if<NewClick>(&jobs[i].work);
        if (click && receipts[i].result == WriteReceipt::Result::Failed) {
            clicks << *click;
            places.push_back(i);
        }
    }
    if (clicks.isEmpty())
        return;
    if (!m_spill)
        return lose(clicks.size(), QStringLiteral("there is no spill file"));
    const qsizetype kept = append(clicks);
    for (qsizetype i = 0; i < kept; ++i)
        receipts[places[size_t(i)]].result = WriteReceipt::Result::Spilled;
}

qsizetype SpilledClicks::append(const QList<NewClick> &clicks)
{
    if (m_spill->append(clicks))
        return clicks.size();
    // There may be room for some of them.
    for (qsizetype i = 0; i < clicks.size(); ++i) {
        if (auto spilled = m_spill->append({clicks.at(i)}); !spilled) {
            lose(clicks.size() - i, spilled.error().detail);
            return i;
        }
    }
    return clicks.size();
}

void SpilledClicks::lose(qsizetype clicks, const QString &why)
{
    m_lost += clicks;
    const auto now = std::chrono::steady_clock::now();
    if (now - m_complained < tryInterval)
        return;
    m_complained = now;
    qCWarning(spillLog) << "clicks could not even be spilled," << m_lost << "so far:" << why;
}

std::optional<Expected<void>> SpilledClicks::tryAgain(bool inTrouble)
{
    const bool lossToTell = m_lost > m_remembered;
    const bool nothingToWrite = count() == 0 && !inTrouble && !lossToTell;
    if (nothingToWrite && !reserveTrouble())
        return std::nullopt;
    const auto now = std::chrono::steady_clock::now();
    if ((inTrouble || m_someRefused || lossToTell || reserveTrouble()) && now - m_tried < tryInterval)
        return std::nullopt;
    m_tried = now;
    if (reserveTrouble())
        (void)m_spill->open();
    if (nothingToWrite)
        return std::nullopt;
    auto written = writeBack();
    return written ? rememberLost() : written;
}

Expected<void> SpilledClicks::rememberLost()
{
    if (m_lost == m_remembered)
        return {};
    auto added = m_addLost.run(m_lost - m_remembered);
    if (added)
        m_remembered = m_lost;
    return added;
}

Expected<void> SpilledClicks::writeBack()
{
    const Expected<QList<NewClick>> clicks = count() > 0 ? m_spill->readAll() : QList<NewClick>();
    const auto refused = clicks ? m_batches.writeLate(*clicks) : unexpected(clicks.error());
    m_someRefused = refused && !refused->isEmpty();
    if (!refused)
        return unexpected(refused.error());
    if (refused->size() == clicks->size())
        return {};
    if (auto cleared = m_spill->clear(); !cleared)
        return cleared;
    return m_someRefused ? m_spill->append(*refused) : Expected<void>();
}

} // namespace Matchbook
