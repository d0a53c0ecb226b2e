// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "money.h"

#include <algorithm>

namespace Matchbook {

namespace {

constexpr int microDigits = 6;
constexpr qint64 microsPerUnit = 1000000;
constexpr qint64 mostUnits = 9000000000000;

} // namespace

QString Money::toDecimal() const
{
    return microsToDecimal(micros, currency.minorDigits());
}

QString microsToDecimal(qint64 micros, int minDigits)
{
    // The smallest qint64 has no positive twin, so the sign is taken off in unsigned arithmetic.
    const quint64 size = micros < 0 ? quint64(0) - quint64(micros) : quint64(micros);
    QString fraction = QString::number(size % microsPerUnit).rightJustified(microDigits, u'0');
    const int least = std::clamp(minDigits, 0, microDigits);
    while (fraction.size() > least && fraction.endsWith(u'0'))
        fraction.chop(1);

    QString text = QString::number(size / microsPerUnit);
    if (micros < 0)
        text.prepend(u'-');
    if (!fraction.isEmpty())
        text += u'.' + fraction;
    return text;
}

Expected<qint64> microsFromDecimal(QStringView text)
{
    const auto bad = [text] {
        return unexpected(Failure::Kind::BadInput,
                          QStringLiteral("\"%1\" is not an amount such as 12.50").arg(text.left(60)));
    };
    QStringView rest = text;
    const bool negative = rest.startsWith(u'-');
    if (negative)
        rest = rest.sliced(1);

    qint64 units = 0;
    qint64 fraction = 0;
    int unitDigits = 0;
    int fractionDigits = 0;
    bool pointSeen = false;
    for (const QChar c : rest) {
        if (c == u'.' && !pointSeen) {
            pointSeen = true;
            continue;
        }
        if (c < u'0' || c > u'9')
            return bad();
        const int digit = c.unicode() - u'0';
        if (pointSeen) {
            if (++fractionDigits > microDigits)
                return bad();
            fraction = fraction * 10 + digit;
        } else {
            ++unitDigits;
            units = units * 10 + digit;
            if (units > mostUnits)
                return bad();
        }
    }
    if (unitDigits == 0 || (pointSeen && fractionDigits == 0))
        return bad();
    for (int i = fractionDigits; i < microDigits; ++i)
        fraction *= 10;
    if (units == mostUnits && fraction > 0)
        return bad();
    const qint64 micros = units * microsPerUnit + fraction;
    return negative ? -micros : micros;
}

} // namespace Matchbook
