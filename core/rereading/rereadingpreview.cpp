// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereadingpreview.h"

#include "plannedsales.h"
#include "rereadingsums.h"
#include "store/clickhistory.h"
#include "store/steadyview.h"

#include <algorithm>
#include <limits>

namespace Matchbook {

namespace {

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

/// Reads the chosen postbacks piece by piece, and adds up what would come of them.
class Pieces
{
public:
    Pieces(SaleReader &reader, RereadingSums &sums, const QList<qint64> &ids, qsizetype size)
        : m_reader(reader), m_sums(sums), m_ids(ids), m_size(size)
    {
        if (ids.size() <= size)
            return;
        m_reader.readAlso(m_planned);
        m_sums.expectPieces();
    }

    bool remain() const { return m_next < m_ids.size(); }

    Expected<void> readNext(const ClickHistory &clicks, const RereadingProgress &progress)
    {
        QList<qint64> ids = m_ids.mid(m_next, m_size);
        const qint64 last = ids.last();
        const auto told = [&](qint64 done) {
            return !progress || done % toldEvery != 0 || progress(m_next + done, m_ids.size());
        };
        ids.removeIf([this](qint64 id) { return m_read.remove(id); });
        const auto related = m_reader.read(ids, told);
        if (!related)
            return unexpected(related.error());
        const RereadingPlan plan = planRereading(*related, clicks);
        m_sums.add(plan, m_ids);
        m_next += m_size;
        if (!remain())
            return {};
        m_planned.add(plan);
        for (const PlannedPostback &postback : plan.postbacks) {
            if (postback.id.value > last)
                m_read.insert(postback.id.value);
        }
        return {};
    }

private:
    SaleReader &m_reader;
    RereadingSums &m_sums;
    const QList<qint64> &m_ids;
    const qsizetype m_size;
    qsizetype m_next = 0;
    PlannedSales m_planned;
    QSet<qint64> m_read; ///< with an earlier piece
};

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
                                           const RereadingChoice &choice, const RereadingProgress &progress,
                                           qsizetype pieceSize)
{
    const SteadyView view(database);
    if (!view.begun())
        return unexpected(view.begun().error());
    const auto ids = chosenPostbacks(database, choice);
    if (!ids)
        return unexpected(ids.error());
    SaleReader reader(database, presets);
    if (auto prepared = reader.prepare(choice.opening.get()); !prepared)
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
    Pieces pieces(reader, sums, *ids, pieceSize);
    while (pieces.remain()) {
        if (auto read = pieces.readNext(*clicks, progress); !read)
            return unexpected(read.error());
    }
    if (progress)
        (void)progress(ids->size(), ids->size());
    return sums.report();
}

} // namespace Matchbook
