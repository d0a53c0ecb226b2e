// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereadingpreview.h"

#include "rereadingsums.h"
#include "store/clickhistory.h"
#include "store/steadyview.h"

#include <algorithm>
#include <limits>

namespace Matchbook {

namespace {

constexpr qsizetype pieceSize = 200'000;
constexpr qint64 toldEvery = 500;

template<typename FromWord>
QString wordList(const QStringList &words, FromWord fromWord)
{
    QString list;
    for (const QString &word : words)
        list += (list.isEmpty() ? QStringLiteral(",") : QString()) + fromWord(word) + u',';
    return list.isEmpty() ? QStringLiteral("") : list;
}

QString outcomeNumber(const QString &word)
{
    const auto outcome = outcomeFromWord(word);
    return QString::number(outcome ? int(*outcome) : -1);
}

} // namespace

Expected<QList<qint64>> chosenPostbacks(Database &database, const RereadingChoice &choice)
{
    QList<qint64> ids;
    for (const PostbackId id : choice.ids)
        ids << id.value;
    std::sort(ids.begin(), ids.end());
    if (!ids.isEmpty())
        return ids;
    Statement select(database, "rereading_choice");
    const qint64 until = choice.until > 0 ? choice.until : std::numeric_limits<qint64>::max();
    const auto asItIs = [](const QString &word) { return word; };
    if (auto done = select.runNamed({{"network", choice.network.value},
                                     {"since", choice.since},
                                     {"until", until},
                                     {"outcomes", wordList(choice.outcomes, outcomeNumber)},
                                     {"causes", wordList(choice.causes, asItIs)}});
        !done)
        return unexpected(done.error());
    while (select.next())
        ids << select.number(0);
    if (const auto failure = select.failure())
        return unexpected(*failure);
    return ids;
}

Expected<RereadingReport> previewRereading(Database &database,
                                           const std::shared_ptr<const PresetCatalogue> &presets,
                                           const RereadingChoice &choice, const RereadingProgress &progress)
{
    const SteadyView view(database);
    if (!view.begun())
        return unexpected(view.begun().error());
    const auto ids = chosenPostbacks(database, choice);
    if (!ids)
        return unexpected(ids.error());
    SaleReader reader(database, presets);
    if (auto prepared = reader.prepare(); !prepared)
        return unexpected(prepared.error());
    if (choice.evenRefused)
        reader.readEvenRefused(choice.ids);
    const auto clicks = ClickHistoryTable(database).read();
    if (!clicks)
        return unexpected(clicks.error());
    if (progress && !progress(0, ids->size()))
        return unexpected(Failure::Kind::Cancelled);
    RereadingSums sums;
    if (auto begun = sums.begin(database, choice.network, ids->size()); !begun)
        return unexpected(begun.error());
    for (qsizetype from = 0; from < ids->size(); from += pieceSize) {
        const QList<qint64> piece = ids->mid(from, pieceSize);
        const auto told = [&](qint64 done) {
            return !progress || done % toldEvery != 0 || progress(from + done, ids->size());
        };
        const auto related = reader.read(piece, told);
        if (!related)
            return unexpected(related.error());
        sums.add(planRereading(*related, *clicks), QSet<qint64>(piece.cbegin(), piece.cend()));
    }
    if (progress)
        (void)progress(ids->size(), ids->size());
    return sums.report();
}

} // namespace Matchbook
