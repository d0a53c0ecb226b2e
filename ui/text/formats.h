// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/money.h"
#include "vocabulary/period.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace Matchbook {

struct Preferences;

/// How amounts, counts and times are written on the screen: by the person's locale, in the chosen zone. A value; copy it.
/// Files never use this.
struct Formats {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::Formats)

public:
    QLocale locale;
    QTimeZone zone = QTimeZone::systemTimeZone();
    PeriodRules periods; ///< weeks as the locale has them, the tax year as the person has set it

    /// The system's locale with the zone of \a preferences; the computer's zone if that one is empty or unknown.
    static Formats from(const Preferences &preferences);

    QString money(const Money &amount,
                  int digits = -1) const; ///< `€31.20`, `−€27.00`; digits -1: the currency's own
    QString money(const std::optional<Money> &amount) const; ///< `—` for nothing
    QString count(qint64 number) const; ///< `48,210`, `−3`
    QString percent(double fraction, int digits = 2) const; ///< 0.0272 → `2.72 %`
    QString percent(const std::optional<double> &fraction, int digits = 2) const; ///< `—` for nothing
    QString points(double fraction, int digits = 2) const; ///< difference of two rates: 0.0011 → `0.11 pt`
    QString ago(qint64 unixMs,
                qint64 nowMs) const; ///< `14 s ago`, `12 min ago`, `3 h ago`, `2 d ago`; `never` for 0
    QString duration(qint64 ms) const; ///< `38 s`, `4 min 12 s`, `1 h 03 min`, `2 d 6 h`
    QString timeOfDay(qint64 unixMs) const; ///< `14:31:52`, always 24 hours so that it sorts by eye
    QString hourAndMinute(qint64 unixMs) const; ///< `14:31`, likewise
    QString date(QDate day) const; ///< the locale's short form
    QString dayLabel(QDate day) const; ///< `Oct 23`, `23. Okt`: for axes
    QString dateAndTime(qint64 unixMs) const; ///< `2026-11-01 14:05:09` in the zone
    QString timeOrDate(qint64 unixMs,
                       qint64 nowMs) const; ///< time of day if it is today in the zone, else `Jul 1 14:05`
    QDate day(qint64 unixMs) const; ///< the day in the zone
};

/// `m7q2x9d4…`: the first eight characters; a shorter one stays whole, an empty one is `—`.
QString shortId(const QString &id);
/// Codes of currencies that affiliates are paid in, the most usual first; any other can be typed.
QStringList usualCurrencies();
/// What stands for "there is none".
QString noneText();
/// The symbol people know, or the code: `€`, `$`, `CHF`.
QString currencySymbol(Currency currency);

} // namespace Matchbook
