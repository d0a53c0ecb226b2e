// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Times the questions that screens ask, on a store that seedstore has filled:
//   reporttime FOLDER

#include "engine/datafolder.h"
#include "reports/reportquery.h"
#include "store/database.h"
#include "store/dayzone.h"
#include "store/lists.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <functional>

using namespace Matchbook;

namespace {

constexpr int rounds = 7;

void timed(const char *what, const std::function<bool()> &question)
{
    QList<double> times;
    bool good = true;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        good = question() && good;
        times << double(timer.nsecsElapsed()) / 1e6;
    }
    const double first = times.first();
    std::sort(times.begin(), times.end());
    QTextStream(stdout) << what << ": first " << first << " ms, median " << times.at(rounds / 2) << " ms"
                        << (good ? "" : ", FAILED") << Qt::endl;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc < 2)
        return 2;
    auto database = Database::open(DataFolder{QString::fromLocal8Bit(argv[1])}.databaseFile(),
                                   Database::Access::ReadOnly);
    if (!database)
        return 1;
    const QDate today = QDateTime::currentDateTimeUtc().date();
    ReportQuestion question;
    const auto kept = dayZone(**database);
    question.range = {today.addDays(-30), today.addDays(-1), QTimeZone(kept ? *kept : QByteArray("UTC"))};
    using Dimension = ReportDimension;
    for (const std::pair<QList<Dimension>, const char *> &asked :
         {std::pair(QList<Dimension>{Dimension::Campaign, Dimension::Day}, "30 days, campaign by day"),
          std::pair(QList<Dimension>{Dimension::Network, Dimension::Day}, "30 days, network by day"),
          std::pair(QList<Dimension>{Dimension::Campaign}, "30 days, campaign"),
          std::pair(QList<Dimension>{Dimension::Day}, "30 days, day"),
          std::pair(QList<Dimension>{Dimension::DayOfWeek, Dimension::HourOfDay},
                    "30 days, weekday by hour")}) {
        question.by = asked.first;
        timed(asked.second, [&] {
            const auto report = runReport(**database, question);
            return report && report->total.clicks > 0;
        });
    }
    question.by = {Dimension::Campaign, Dimension::Day};
    question.range.zone = QTimeZone("Asia/Kathmandu");
    timed("30 days, campaign by day, in a zone that days are not kept in", [&] {
        const auto report = runReport(**database, question);
        return report && report->total.clicks > 0;
    });
    Lists lists(**database);
    timed("clicks: which rows there are", [&] {
        const auto index = lists.clickIndex({});
        return index && index->count() > 0;
    });
    timed("clicks: a page of 256 in the middle", [&] {
        const auto index = lists.clickIndex({});
        QList<qint64> ids;
        for (qint64 row = index->count() / 2; ids.size() < 256; ++row)
            ids << index->idAt(row);
        const auto rows = lists.clicksById(ids);
        return rows && rows->size() == 256;
    });
    return 0;
}
