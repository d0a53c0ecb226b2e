// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats.h"

#include "preferences/preferences.h"
#include "vocabulary/daterange.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace Matchbook {

namespace {

constexpr QChar minus(0x2212);
constexpr QChar narrowGap(0x00A0);

/// `1234567.5` micros-wise rounded half away from zero to \a digits after the point, without a sign.
std::pair<quint64, quint64> wholeAndFraction(qint64 micros, int digits)
{
    const quint64 absolute = micros < 0 ? quint64(-(micros + 1)) + 1 : quint64(micros);
    quint64 step = 1; // micros in one unit of the last digit shown
    for (int i = digits; i < 6; ++i)
        step *= 10;
    const quint64 rounded = (absolute + step / 2) / step;
    const quint64 perUnit = 1'000'000 / step;
    return {rounded / perUnit, rounded % perUnit};
}

QString localDigits(const QLocale &locale, quint64 number, int width)
{
    QString text = QString::number(number).rightJustified(width, QLatin1Char('0'));
    const QString zero = locale.zeroDigit();
    if (zero.size() == 1 && zero != QLatin1String("0")) {
        for (QChar &c : text)
            c = QChar(ushort(zero.at(0).unicode() + c.digitValue()));
    }
    return text;
}

} // namespace

QString noneText()
{
    return QString(QChar(0x2014));
}

QString shortId(const QString &id)
{
    if (id.isEmpty())
        return noneText();
    return id.size() <= 9 ? id : QString(id.left(8) + QChar(0x2026));
}

QString currencySymbol(Currency currency)
{
    static const QHash<QString, QString> symbols = {
            {QStringLiteral("EUR"), QString(QChar(0x20AC))}, {QStringLiteral("USD"), QStringLiteral("$")},
            {QStringLiteral("GBP"), QString(QChar(0x00A3))}, {QStringLiteral("JPY"), QString(QChar(0x00A5))},
            {QStringLiteral("INR"), QString(QChar(0x20B9))}, {QStringLiteral("ILS"), QString(QChar(0x20AA))},
            {QStringLiteral("KRW"), QString(QChar(0x20A9))}, {QStringLiteral("RUB"), QString(QChar(0x20BD))},
            {QStringLiteral("UAH"), QString(QChar(0x20B4))}, {QStringLiteral("TRY"), QString(QChar(0x20BA))},
            {QStringLiteral("VND"), QString(QChar(0x20AB))}, {QStringLiteral("PHP"), QString(QChar(0x20B1))},
            {QStringLiteral("CAD"), QStringLiteral("CA$")},  {QStringLiteral("AUD"), QStringLiteral("A$")},
            {QStringLiteral("BRL"), QStringLiteral("R$")},
    };
    const QString code = currency.code();
    return symbols.value(code, code);
}

Formats Formats::from(const Preferences &preferences)
{
    Formats formats;
    // The C locale is nobody's: it would put the currency behind the amount.
    if (const QLocale locale; locale.language() != QLocale::C)
        formats.locale = locale;
    else
        formats.locale = QLocale(QLocale::English, QLocale::UnitedStates);
    if (const auto chosen = timeZoneFromId(preferences.timeZone))
        formats.zone = *chosen;
    formats.periods = preferences.periods;
    formats.periods.weekStart = formats.locale.firstDayOfWeek();
    return formats;
}

QString Formats::money(const Money &amount, int digits) const
{
    if (!amount.currency.isValid())
        return noneText();
    const int shown = std::clamp(digits < 0 ? amount.currency.minorDigits() : digits, 0, 6);
    const auto [whole, fraction] = wholeAndFraction(amount.micros, shown);
    QString number = locale.toString(qulonglong(whole));
    if (shown > 0)
        number += locale.decimalPoint() + localDigits(locale, fraction, shown);
    // The locale says where the symbol stands; an amount is never sent through a double to find out.
    const QString symbol = currencySymbol(amount.currency);
    const QString one = locale.toString(1);
    QString pattern = locale.toCurrencyString(1.0, symbol, 0);
    const bool letters = symbol.at(symbol.size() - 1).isLetter();
    if (letters && pattern == symbol + one)
        pattern = symbol + narrowGap + one;
    const qsizetype place = pattern.indexOf(one);
    QString text = place < 0 ? QString(symbol + number) : pattern.replace(place, one.size(), number);
    const bool negative = amount.micros < 0 && (whole != 0 || fraction != 0);
    return negative ? QString(minus + text) : text;
}

QString Formats::money(const std::optional<Money> &amount) const
{
    return amount ? money(*amount) : noneText();
}

QString Formats::count(qint64 number) const
{
    const QString digits = locale.toString(number < 0 ? 0 - quint64(number) : quint64(number));
    return number < 0 ? QString(minus + digits) : digits;
}

QString Formats::percent(double fraction, int digits) const
{
    if (!std::isfinite(fraction))
        return noneText();
    const QString number = locale.toString(std::abs(fraction) * 100, 'f', digits);
    const bool zero = number == locale.toString(0.0, 'f', digits);
    return (fraction < 0 && !zero ? QString(minus) : QString()) + number + narrowGap + QLatin1Char('%');
}

QString Formats::percent(const std::optional<double> &fraction, int digits) const
{
    return fraction ? percent(*fraction, digits) : noneText();
}

QString Formats::points(double fraction, int digits) const
{
    if (!std::isfinite(fraction))
        return noneText();
    const QString number = locale.toString(std::abs(fraction) * 100, 'f', digits);
    //: Percentage points, as in "0.11 pt"
    return tr("%1 pt").arg(number).replace(QLatin1Char(' '), narrowGap);
}

QString Formats::ago(qint64 unixMs, qint64 nowMs) const
{
    if (unixMs <= 0)
        return tr("never");
    const qint64 seconds = qMax<qint64>(0, (nowMs - unixMs) / 1000);
    if (seconds < 2)
        return tr("just now");
    if (seconds < 60)
        return tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min ago").arg(seconds / 60);
    if (seconds < 86400)
        return tr("%1 h ago").arg(seconds / 3600);
    return tr("%1 d ago").arg(count(seconds / 86400));
}

QString Formats::duration(qint64 ms) const
{
    if (ms < 0)
        return noneText();
    const qint64 seconds = ms / 1000;
    const auto twoDigits = [](qint64 n) { return QString::number(n).rightJustified(2, QLatin1Char('0')); };
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min %2 s").arg(QString::number(seconds / 60), twoDigits(seconds % 60));
    if (seconds < 86400)
        return tr("%1 h %2 min").arg(QString::number(seconds / 3600), twoDigits(seconds / 60 % 60));
    return tr("%1 d %2 h").arg(count(seconds / 86400), QString::number(seconds / 3600 % 24));
}

QString Formats::timeOfDay(qint64 unixMs) const
{
    if (unixMs <= 0)
        return noneText();
    return QDateTime::fromMSecsSinceEpoch(unixMs, zone).toString(QStringLiteral("HH:mm:ss"));
}

QString Formats::hourAndMinute(qint64 unixMs) const
{
    if (unixMs <= 0)
        return noneText();
    return QDateTime::fromMSecsSinceEpoch(unixMs, zone).toString(QStringLiteral("HH:mm"));
}

QString Formats::date(QDate day) const
{
    return day.isValid() ? locale.toString(day, QLocale::ShortFormat) : noneText();
}

QString Formats::dayLabel(QDate day) const
{
    if (!day.isValid())
        return noneText();
    const QString pattern = locale.dateFormat(QLocale::LongFormat);
    // Day before month or the other way round, as the locale's own long form has it.
    const bool dayFirst = pattern.indexOf(QLatin1Char('d'), pattern.indexOf(QLatin1String("dddd")) + 4)
            < pattern.indexOf(QLatin1Char('M'));
    QString number = locale.toString(day.day());
    if (dayFirst && pattern.contains(QLatin1String("d.")))
        number += QLatin1Char('.');
    const QString month = locale.standaloneMonthName(day.month(), QLocale::ShortFormat);
    return dayFirst ? QString(number + QLatin1Char(' ') + month) : QString(month + QLatin1Char(' ') + number);
}

QString Formats::dateAndTime(qint64 unixMs) const
{
    if (unixMs <= 0)
        return noneText();
    return QDateTime::fromMSecsSinceEpoch(unixMs, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString Formats::timeOrDate(qint64 unixMs, qint64 nowMs) const
{
    if (unixMs <= 0)
        return noneText();
    const QDate then = day(unixMs);
    if (then == day(nowMs))
        return timeOfDay(unixMs);
    const QString time = QDateTime::fromMSecsSinceEpoch(unixMs, zone).toString(QStringLiteral("HH:mm"));
    return (then.year() == day(nowMs).year() ? dayLabel(then) : then.toString(Qt::ISODate)) + QLatin1Char(' ')
            + time;
}

QDate Formats::day(qint64 unixMs) const
{
    return QDateTime::fromMSecsSinceEpoch(unixMs, zone).date();
}

QStringList usualCurrencies()
{
    return QStringLiteral(
                   "USD EUR GBP AUD BRL CAD CHF CNY CZK DKK HKD HUF ILS INR JPY KRW MXN NOK NZD PLN RON SEK SGD "
                   "THB TRY UAH ZAR")
            .split(QLatin1Char(' '));
}

} // namespace Matchbook
