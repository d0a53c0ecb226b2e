// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows the real window on a store with a month in it, lets clicks arrive at a steady rate from another process, opens one
// page after the other and says how long the window's thread was away from its event loop:
//   windowstalls [CLICKS PER SECOND] [SECONDS FOR EACH PAGE]

#include "clickload.h"
#include "demo/demomonth.h"
#include "desktop.h"
#include "engine/datafolder.h"
#include "engine/engine.h"
#include "mainwindow.h"
#include "store/migrations.h"
#include "vocabulary/clock.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

using namespace Matchbook;

namespace {

constexpr int heartbeatMs = 5;
constexpr int days = 30;
constexpr int openingMs = 4000; ///< in which the window makes pages that nobody has visited

/// Beats in the window's thread, and notes by how much each beat came too late.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(heartbeatMs);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const double gap = double(m_since.nsecsElapsed()) / 1e6 - heartbeatMs;
            m_since.start();
            m_late << std::max(0.0, gap);
        });
        m_since.start();
        m_timer.start();
    }

    QList<double> take() { return std::exchange(m_late, {}); }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    QList<double> m_late;
};

Expected<void> fill(const QString &folder, const Clock &clock)
{
    auto database = Database::open(DataFolder{folder}.databaseFile(), Database::Access::ReadWrite);
    if (!database)
        return unexpected(database.error());
    if (auto migrated = migrate(**database); !migrated)
        return migrated;
    return fillDemoMonth(**database, clock, days);
}

bool settingsOf(Engine &engine, Settings &settings)
{
    bool answered = false;
    engine.edit<Settings>(
            &engine, [](Catalogue &catalogue) { return catalogue.settings(); },
            [&](const Expected<Settings> &answer) {
                answered = true;
                if (answer)
                    settings = *answer;
            });
    while (!answered)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return !settings.campaigns.isEmpty() && !settings.networks.isEmpty();
}

void waitMs(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

void tell(const QString &what, QList<double> late)
{
    std::sort(late.begin(), late.end());
    const auto at = [&](double share) { return late.at(qsizetype(share * double(late.size() - 1))); };
    QTextStream(stdout) << QStringLiteral("%1 longest %2 ms, p99 %3 ms, median %4 ms, over 50 ms: %5\n")
                                   .arg(what, -18)
                                   .arg(at(1), 6, 'f', 1)
                                   .arg(at(0.99), 6, 'f', 1)
                                   .arg(at(0.5), 6, 'f', 1)
                                   .arg(std::count_if(late.cbegin(), late.cend(),
                                                      [](double ms) { return ms > 50; }));
}

int drive(const QStringList &arguments)
{
    LoadPlan plan;
    plan.port = arguments.at(2).toUShort();
    plan.clickPath = arguments.at(3).toLatin1();
    plan.postbackPath = arguments.at(4).toLatin1();
    plan.clicksPerSecond = arguments.at(5).toInt();
    plan.seconds = arguments.at(6).toInt();
    const LoadResult result = clickLoad(plan);
    QTextStream(stdout) << QStringLiteral("answered: %1 clicks (%2/s), %3 postbacks; refused: %4\n")
                                   .arg(result.clicks)
                                   .arg(double(result.clicks) / result.seconds, 0, 'f', 0)
                                   .arg(result.postbacks)
                                   .arg(result.refused);
    return 0;
}

void visitPages(MainWindow &window, int secondsEach)
{
    Heartbeat heartbeat;
    waitMs(openingMs);
    QList<double> all = heartbeat.take();
    tell(QStringLiteral("after the start"), all);
    // Twice, because a first visit may cost more.
    for (const char *round : {"first", "again"}) {
        for (const char *page :
             {"overview", "live", "campaigns", "conversions", "networks", "postbacklog", "settings"}) {
            window.openPage(QString::fromLatin1(page));
            waitMs(secondsEach * 1000);
            const QList<double> late = heartbeat.take();
            all += late;
            tell(QStringLiteral("%1, %2").arg(QString::fromLatin1(page), QString::fromLatin1(round)), late);
        }
    }
    tell(QStringLiteral("in all"), all);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 7 && arguments.at(1) == QStringLiteral("drive"))
        return drive(arguments);
    const int rate = arguments.value(1, QStringLiteral("5000")).toInt();
    const int secondsEach = arguments.value(2, QStringLiteral("3")).toInt();

    QTemporaryDir folder;
    const SystemClock clock;
    Engine engine(folder.path(), clock);
    if (!fill(folder.path(), clock) || !engine.start() || !engine.listen(QStringLiteral("127.0.0.1"), 0)) {
        QTextStream(stderr) << "cannot begin\n";
        return 1;
    }
    Desktop desktop(application, engine);
    Settings settings;
    if (!settingsOf(engine, settings))
        return 1;
    desktop.show();
    QProcess load;
    load.setProcessChannelMode(QProcess::ForwardedChannels);
    load.start(QApplication::applicationFilePath(),
               {QStringLiteral("drive"), engine.state().address.section(u':', -1),
                QStringLiteral("/c/") + settings.campaigns.constFirst().key,
                QStringLiteral("/postback/") + settings.networks.constFirst().key, QString::number(rate),
                QString::number(14 * secondsEach + openingMs / 1000 + 1)});
    waitMs(500);
    visitPages(desktop.window(), secondsEach);
    load.waitForFinished();
    engine.stop();
    return 0;
}
