// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/rereading.h"

#include "command.h"
#include "engine/datafolder.h"
#include "engine/secretneed.h"
#include "networksecret.h"
#include "openstore.h"
#include "preferences/preferences.h"
#include "rereading/rereadingapplication.h"
#include "vocabulary/clock.h"

#include <QJsonArray>
#include <QThread>

namespace Matchbook {

namespace {

/// As long as a slice takes: whoever waits for the store's lock looks again sooner.
constexpr int roomMs = 25;

std::shared_ptr<const PresetCatalogue> presetsOf(const CommandLine &line)
{
    return std::make_shared<const PresetCatalogue>(DataFolder{dataFolderOf(line)}.networksFolder());
}

/// With the secrets of those networks that send signed notifications: what could not be opened when it came may be now. The
/// keychain is asked only if there is such a network.
Expected<RereadingChoice> withOpening(const CommandLine &line, RereadingChoice choice)
{
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    const auto settings = Catalogue(**database, clock).settings();
    if (!settings)
        return unexpected(settings.error());
    const auto asked = networksWithSecret(SecretNeed::Optional, settings->networks, *presetsOf(line));
    if (asked.isEmpty())
        return choice;
    auto store = secretStoreOf(line);
    if (!store)
        return unexpected(store.error());
    OpeningSettings opening;
    opening.secrets = store->read(asked).secrets.all();
    opening.buyer = Preferences::load(dataFolderOf(line)).buyerData;
    choice.opening = std::make_shared<const OpeningSettings>(std::move(opening));
    return choice;
}

template<typename Work>
Expected<void> runSlices(const CommandLine &line, Work &work)
{
    auto database = openForWriting(line);
    if (!database)
        return unexpected(database.error());
    const bool others = !DataFolder{dataFolderOf(line)}.listeningAddress().isEmpty();
    for (;;) {
        const auto more = work.nextSlice(**database);
        if (!more)
            return unexpected(more.error());
        if (!*more)
            return {};
        if (others)
            QThread::msleep(roomMs);
    }
}

} // namespace

QJsonArray totalsJson(const StatusTotals &totals)
{
    QJsonArray rows;
    for (auto it = totals.cbegin(); it != totals.cend(); ++it) {
        rows << QJsonObject{{QStringLiteral("currency"), it.key().first},
                            {QStringLiteral("status"), QString(statusWord(it.key().second))},
                            {QStringLiteral("conversions"), it->conversions},
                            {QStringLiteral("payout"), microsToDecimal(it->payoutMicros)}};
    }
    return rows;
}

QString totalsText(const QString &title, const StatusTotals &totals)
{
    QString text = title + u'\n';
    for (auto it = totals.cbegin(); it != totals.cend(); ++it)
        text += QStringLiteral("  %1 %2: %3 conversions, %4\n")
                        .arg(it.key().first, QString(statusWord(it.key().second)))
                        .arg(it->conversions)
                        .arg(microsToDecimal(it->payoutMicros));
    return text;
}

Expected<RereadingReport> applyRereading(const CommandLine &line, const RereadingChoice &choice)
{
    const SystemClock clock;
    const auto opening = withOpening(line, choice);
    if (!opening)
        return unexpected(opening.error());
    RereadingApplication application(presetsOf(line), *opening, clock);
    if (auto done = runSlices(line, application); !done)
        return unexpected(done.error());
    return application.report();
}

Expected<RereadingReport> askRereading(const CommandLine &line, const RereadingChoice &choice)
{
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const auto opening = withOpening(line, choice);
    if (!opening)
        return unexpected(opening.error());
    return previewRereading(**database, presetsOf(line), *opening);
}

Expected<void> undoRereading(const CommandLine &line)
{
    auto database = openForWriting(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    RereadingUndo undo(presetsOf(line), clock);
    if (auto begun = undo.begin(**database); !begun)
        return begun;
    database->reset();
    return runSlices(line, undo);
}

QJsonObject jsonOf(const RereadingReport &report)
{
    QJsonObject causes;
    for (auto it = report.notUnderstood.cbegin(); it != report.notUnderstood.cend(); ++it)
        causes.insert(it.key(), *it);
    return {{QStringLiteral("postbacks"), report.postbacks},
            {QStringLiteral("added"), report.added},
            {QStringLiteral("changed"), report.changed},
            {QStringLiteral("removed"), report.removed},
            {QStringLiteral("unchanged"), report.unchanged},
            {QStringLiteral("understood"), report.understood},
            {QStringLiteral("not_understood"), causes},
            {QStringLiteral("before"), totalsJson(report.before)},
            {QStringLiteral("after"), totalsJson(report.after)}};
}

QString textOf(const RereadingReport &report)
{
    QString text = QStringLiteral(
                           "%1 postbacks read: %2 conversions added, %3 changed, %4 removed, %5 unchanged\n")
                           .arg(report.postbacks)
                           .arg(report.added)
                           .arg(report.changed)
                           .arg(report.removed)
                           .arg(report.unchanged);
    if (report.understood > 0)
        text += QStringLiteral("  unmatched, not understood or refused before, and no more: %1\n")
                        .arg(report.understood);
    for (auto it = report.notUnderstood.cbegin(); it != report.notUnderstood.cend(); ++it)
        text += QStringLiteral("  still without a conversion: %1 × %2\n").arg(*it).arg(it.key());
    return text + totalsText(QStringLiteral("before"), report.before)
            + totalsText(QStringLiteral("after"), report.after);
}

} // namespace Matchbook
