// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "daterange.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace Matchbook {

namespace {

/// True if \a name could be one of the time zone database, among whose files are others with names in lower case.
bool mayNameZone(const QByteArray &name)
{
    constexpr qsizetype longest = 64;
    const auto fits = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                || QByteArrayView("/_+-").contains(c);
    };
    return !name.isEmpty() && name.size() <= longest && name.front() >= 'A' && name.front() <= 'Z'
            && std::all_of(name.cbegin(), name.cend(), fits);
}

/// Qt lists no zone that is only another name, such as Etc/UTC or US/Eastern, and takes almost any word for a rule of
/// its own; so the database is asked itself where there is one.
bool isKnownZone(const QByteArray &name)
{
    if (name == "UTC" || QTimeZone::availableTimeZoneIds().contains(name))
        return true;
    for (const char *folder : {"/usr/share/zoneinfo/", "/usr/lib/zoneinfo/"}) {
        const QString path = QString::fromLatin1(folder) + QString::fromLatin1(name);
        if (QFileInfo(path).isFile())
            return true;
    }
    return false;
}

} // namespace

std::optional<QTimeZone> timeZoneFromId(const QString &id)
{
    const QByteArray name = id.toUtf8();
    if (!mayNameZone(name) || !isKnownZone(name))
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
