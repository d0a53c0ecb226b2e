// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long stored postbacks take to be read again under a new mapping, and the Postback log to be filtered:
//   rereadtime [POSTBACKS]

#include "rereading/rereadingapplication.h"
#include "support/storefixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

using namespace Matchbook;

namespace {

void fill(StoreFixture &store, int sales)
{
    for (int from = 0; from < sales; from += 1000) {
        std::vector<WriteJob> jobs;
        for (int i = from; i < std::min(from + 1000, sales); ++i) {
            store.clock.pass(1000);
            const NewClick click = store.newClick();
            jobs.push_back({click, {}, nullptr});
            const QByteArray query = "clickid=" + click.clickId.bytes().toByteArray() + "&txid=T"
                    + QByteArray::number(i) + "&payout=5&status=bestaetigt";
            jobs.push_back({store.newPostback(query), {}, nullptr});
        }
        taken(store.writer().write(jobs));
    }
}

template<typename Work>
qint64 slices(Database &database, Work &work, qint64 *longest)
{
    QElapsedTimer all;
    all.start();
    for (bool more = true; more;) {
        QElapsedTimer one;
        one.start();
        more = taken(work.nextSlice(database));
        *longest = std::max(*longest, one.elapsed());
    }
    return all.elapsed();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const int postbacks = application.arguments().value(1, QStringLiteral("100000")).toInt();
    StoreFixture store;
    fill(store, postbacks);
    store.network.mapping.statusWords.insert(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
    taken(store.catalogue().updateNetwork(store.network));
    const RereadingChoice choice{store.network.id, {}, {}, 0, 0, {}, {}};
    for (int round = 0; round < 3; ++round) {
        QElapsedTimer timer;
        timer.start();
        const RereadingReport asked = taken(previewRereading(store.database(), store.presets(), choice));
        out << "preview " << timer.elapsed() << " ms, " << asked.added << " added\n";
        qint64 longest = 0;
        RereadingApplication apply(store.presets(), choice, store.clock);
        out << "apply " << slices(store.database(), apply, &longest) << " ms, longest slice " << longest
            << " ms\n";
        longest = 0;
        RereadingUndo undo(store.presets(), store.clock);
        taken(undo.begin(store.database()));
        out << "undo " << slices(store.database(), undo, &longest) << " ms, longest slice " << longest
            << " ms" << Qt::endl;
    }
    return 0;
}
