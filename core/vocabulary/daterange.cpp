// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "daterange.h"

#include <QDateTime>

namespace Matchbook {

std::optional<QTimeZone> timeZoneFromId(const QString &id)
{
    const QByteArray name = id.toLatin1();
    if (name != "UTC" && !QTimeZone::availableTimeZoneIds().contains(name))
        return std::nullopt;
    const QTimeZone zone(name);
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

qint64 dayStartMs(QDate day, const QTimeZone &zone)
{
    // startOfDay() knows the days whose midnight a clock change skips.
    return day.startOfDay(zone).toMSecsSinceEpoch();
}

qint64 DateRange::startMs() const
{
    return dayStartMs(from, zone);
}

qint64 DateRange::endMs() const
{
    return dayStartMs(to.addDays(1), zone);
}

QString isoTime(qint64 unixMs, const QTimeZone &zone)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(unixMs, zone);
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

Expected<qint64> timeFromIso(QStringView text, const QTimeZone &zone)
{
    const QString trimmed = text.trimmed().toString();
    if (!trimmed.contains(QLatin1Char('T')) && !trimmed.contains(QLatin1Char(' '))) {
        const QDate day = QDate::fromString(trimmed, Qt::ISODate);
        if (day.isValid() && trimmed.size() == 10)
            return dayStartMs(day, zone);
    } else {
        QDateTime time = QDateTime::fromString(trimmed, Qt::ISODateWithMs);
        if (time.isValid()) {
            if (time.timeSpec() == Qt::LocalTime)
                time = QDateTime(time.date(), time.time(), zone);
            return time.toMSecsSinceEpoch();
        }
    }
    return unexpected(
            Failure::Kind::BadUsage,
            QStringLiteral("\"%1\" is not a time such as 2026-11-01 or 2026-11-01T14:05:00Z").arg(trimmed));
}

} // namespace Matchbook
