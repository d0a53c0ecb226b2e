// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notificationtime.h"

#include <QDateTime>
#include <QRegularExpression>

namespace Matchbook {

namespace {

/// The year 2000 to 2100: what is outside is no time of a sale.
constexpr qint64 firstSecond = 946'684'800;
constexpr qint64 lastSecond = 4'102'444'800;

std::optional<qint64> plausible(qint64 seconds)
{
    return seconds >= firstSecond && seconds < lastSecond ? std::optional(seconds * 1000) : std::nullopt;
}

} // namespace

std::optional<qint64> notificationTime(QStringView text)
{
    static const QRegularExpression form(
            QStringLiteral("\\A(\\d{4})-?(\\d\\d)-?(\\d\\d)[T ](\\d\\d):?(\\d\\d):?(\\d\\d)(?:\\.\\d{1,6})?"
                           "(Z|([+-])(\\d\\d):?(\\d\\d))\\z"));
    static const QRegularExpression epoch(QStringLiteral("\\A\\d{9,10}\\z"));
    const QString trimmed = text.trimmed().toString();
    if (epoch.match(trimmed).hasMatch())
        return plausible(trimmed.toLongLong());
    const auto match = form.match(trimmed);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int group) { return match.capturedView(group).toInt(); };
    const QDate date(number(1), number(2), number(3));
    const QTime time(number(4), number(5), number(6));
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    const QDateTime wall(date, time, Qt::UTC);
    const int ahead = (number(9) * 60 + number(10)) * 60;
    return plausible(wall.toSecsSinceEpoch() - (match.capturedView(8) == u"-" ? -ahead : ahead));
}

} // namespace Matchbook
