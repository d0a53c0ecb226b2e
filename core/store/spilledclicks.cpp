// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "spilledclicks.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(spillLog, "matchbook.spill")

namespace Matchbook {

namespace {

constexpr auto tryInterval = std::chrono::seconds(1);

} // namespace

void SpilledClicks::use(const QString &file)
{
    if (m_spill)
        return;
    m_spill = std::make_unique<SpillFile>(file);
    if (auto opened = m_spill->open(); !opened)
        qCWarning(spillLog) << "there is no room for spilled clicks:" << opened.error().detail;
}

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
    if (clicks.isEmpty() || !m_spill)
        return;
    if (auto spilled = m_spill->append(clicks); !spilled) {
        qCWarning(spillLog) << "clicks could not even be spilled:" << spilled.error().detail;
        return;
    }
    for (const size_t place : places)
        receipts[place].result = WriteReceipt::Result::Spilled;
}

std::optional<Expected<void>> SpilledClicks::tryAgain(bool inTrouble)
{
    if (count() == 0 && !inTrouble)
        return std::nullopt;
    const auto now = std::chrono::steady_clock::now();
    if ((inTrouble || m_someRefused) && now - m_tried < tryInterval)
        return std::nullopt;
    m_tried = now;
    return writeBack();
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
