// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the writer alone needs for a postback, without HTTP and without other threads: postbacks with transaction IDs of
// their own for clicks of a store that seedstore has made, in batches as large as they get at so many connections.
//   writertime FOLDER FILE WITH CLICK IDS COUNT BATCH

#include "engine/datafolder.h"
#include "networks/presetcatalogue.h"
#include "store/batchwriter.h"
#include "store/catalogue.h"
#include "store/migrations.h"
#include "vocabulary/clock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTextStream>

#include <ctime>

using namespace Matchbook;

namespace {

RawPostback postbackFor(const QByteArray &clickId, const QByteArray &key, qint64 number, qint64 time)
{
    RawPostback raw;
    raw.key = key;
    raw.request.method = "GET";
    raw.request.path = "/postback/" + key.left(4) + "...";
    raw.request.query = "clickid=" + clickId + "&payout=12.50&currency=USD&status=approved&txid=w"
            + QByteArray::number(time) + '-' + QByteArray::number(number);
    raw.request.sender = "127.0.0.1";
    raw.request.arrivedAt = time;
    return raw;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QTextStream out(stdout);
    QFile ids(arguments.value(2));
    if (arguments.size() < 5 || !ids.open(QIODevice::ReadOnly)) {
        out << "writertime FOLDER FILE_WITH_CLICK_IDS COUNT BATCH\n";
        return 2;
    }
    const QList<QByteArray> clickIds = ids.readAll().trimmed().split('\n');
    const qint64 count = arguments.at(3).toLongLong();
    const size_t batch = size_t(arguments.at(4).toLongLong());
    auto database = Database::open(DataFolder{arguments.at(1)}.databaseFile(), Database::Access::ReadWrite);
    if (!database || !migrate(**database))
        return 1;
    const SystemClock clock;
    const auto networks = Catalogue(**database, clock).networks();
    if (!networks || networks->isEmpty())
        return 1;
    BatchWriter batches(**database, std::make_shared<const PresetCatalogue>());
    batches.setNetworks(*networks);
    QRandomGenerator random(2);
    const qint64 start = clock.now();
    QElapsedTimer wall;
    wall.start();
    const std::clock_t cpu = std::clock();
    std::vector<WriteJob> jobs;
    for (qint64 i = 0; i < count; ++i) {
        const QByteArray &clickId = clickIds.at(random.bounded(int(clickIds.size())));
        jobs.push_back({postbackFor(clickId, networks->first().key.toLatin1(), i, start), {}, nullptr});
        if (jobs.size() < batch && i + 1 < count)
            continue;
        if (!batches.write(jobs))
            return 1;
        jobs.clear();
    }
    out << QStringLiteral("%1 us CPU, %2 us wall a postback\n")
                    .arg(double(std::clock() - cpu) * 1e6 / CLOCKS_PER_SEC / double(count), 0, 'f', 1)
                    .arg(double(wall.nsecsElapsed()) / 1e3 / double(count), 0, 'f', 1);
    return 0;
}
