// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace Matchbook {

/// In which order a date is written.
enum class DateOrder { YearFirst, DayFirst, MonthFirst };
QLatin1StringView dateOrderWord(DateOrder order); ///< iso, dmy, mdy
std::optional<DateOrder> dateOrderFromWord(QStringView word);

/// Reads `2026-11-03`, `03.11.2026 14:05`, `11/3/2026 2:05:09 PM`, `3 Nov 2026`, `Nov 3, 2026` and the like as Unix ms. An offset
/// in the text wins over \a zone. Nothing for what is no such date; a month in English letters fits every order but the ISO one.
std::optional<qint64> readReportDate(const QString &text, DateOrder order, const QTimeZone &zone);

/// Which orders all dates of a column can be read in.
class DateOrders
{
public:
    void add(const QString &text);
    bool isPossible(DateOrder order) const { return m_seen > 0 && m_possible[size_t(order)]; }
    /// The only one that is possible, or the one that makes no difference. Nothing if none is, or if a person has to say.
    std::optional<DateOrder> only() const;
    bool isAmbiguous() const; ///< day first and month first are possible and differ

private:
    bool m_possible[3] = {true, true, true};
    bool m_differs = false;
    qint64 m_seen = 0;
};

} // namespace Matchbook
