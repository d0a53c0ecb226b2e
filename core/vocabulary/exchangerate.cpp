// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangerate.h"

#include <array>
#include <limits>

namespace Matchbook {

namespace {

__extension__ using Wide = __int128; // an amount times a rate has up to 127 bits

constexpr int rateDecimals = 12;
constexpr qint64 mostUnits = 9'000'000;

constexpr std::array<QLatin1StringView, 3> sourceWords{QLatin1StringView("typed"), QLatin1StringView("file"),
                                                       QLatin1StringView("ecb")};

/// The nearest whole number, halves away from zero.
Wide divided(Wide number, Wide by)
{
    const Wide half = by / 2;
    return number < 0 ? (number - half) / by : (number + half) / by;
}

std::optional<qint64> asRate(Wide picos)
{
    if (picos < 1 || picos >= Wide(mostUnits) * picosPerUnit)
        return std::nullopt;
    return qint64(picos);
}

} // namespace

QLatin1StringView rateSourceWord(RateSource source)
{
    return sourceWords.at(size_t(source));
}

std::optional<RateSource> rateSourceFromWord(QStringView word)
{
    for (size_t i = 0; i < sourceWords.size(); ++i) {
        if (word == sourceWords.at(i))
            return RateSource(i);
    }
    return std::nullopt;
}

Expected<qint64> picosFromDecimal(QStringView text)
{
    const auto bad = [text] {
        return unexpected(Failure::Kind::BadInput,
                          QStringLiteral("\"%1\" is not a rate such as 1.0956").arg(text.left(40)));
    };
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView fraction = point < 0 ? QStringView() : text.sliced(point + 1);
    if (whole.isEmpty() || (point >= 0 && fraction.isEmpty()))
        return bad();
    Wide picos = 0;
    for (const QChar c : whole) {
        if (c < u'0' || c > u'9' || picos >= mostUnits)
            return bad();
        picos = picos * 10 + (c.unicode() - u'0');
    }
    bool roundsUp = false;
    for (qsizetype i = 0; i < std::max<qsizetype>(rateDecimals, fraction.size()); ++i) {
        const QChar c = i < fraction.size() ? fraction.at(i) : QChar(u'0');
        if (c < u'0' || c > u'9')
            return bad();
        if (i < rateDecimals)
            picos = picos * 10 + (c.unicode() - u'0');
        else if (i == rateDecimals)
            roundsUp = c >= u'5';
    }
    const auto rate = asRate(picos + (roundsUp ? 1 : 0));
    return rate ? Expected<qint64>(*rate) : bad();
}

QString picosToDecimal(qint64 picos)
{
    QString fraction = QString::number(picos % picosPerUnit).rightJustified(rateDecimals, u'0');
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    const QString whole = QString::number(picos / picosPerUnit);
    return fraction.isEmpty() ? whole : whole + u'.' + fraction;
}

qint64 convertedMicros(qint64 micros, qint64 picos)
{
    ConvertedSum sum;
    sum.add(micros, picos);
    return sum.micros();
}

qint64 ConvertedSum::micros() const
{
    const Wide amount = divided(m_sum, picosPerUnit);
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    return amount > most ? most : amount < -Wide(most) ? -most : qint64(amount);
}

std::optional<qint64> chainedPicos(qint64 first, qint64 second)
{
    return asRate(divided(Wide(first) * second, picosPerUnit));
}

std::optional<qint64> inversePicos(qint64 picos)
{
    return asRate(divided(Wide(picosPerUnit) * picosPerUnit, picos));
}

} // namespace Matchbook
