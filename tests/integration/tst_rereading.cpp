// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereading/personsdecisions.h"
#include "support/rereadstore.h"
#include "support/storedump.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Matchbook;

namespace {

constexpr qint64 minuteMs = 60'000;

/// Without optimisation and beside other tests everything takes longer; docs/benchmarks.md has what people get.
#ifdef __SANITIZE_ADDRESS__
constexpr qint64 limit = 200'000;
#else
constexpr qint64 limit = 20'000;
#endif

/// However fast the machine, there is more than one slice.
constexpr auto shortest = std::chrono::milliseconds(0);

RereadingReport countsOf(RereadingReport report)
{
    report.before.clear();
    report.after.clear();
    return report;
}

} // namespace

class tst_Rereading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWordThatIsMappedLaterMakesTheConversionOfWhenItArrived()
    {
        RereadStore store;
        const QByteArray click = store.click();
        store.clock.pass(minuteMs);
        const qint64 arrived = store.clock.now();
        store.postback("clickid=" + click + "&txid=T1&payout=5&status=bestaetigt");
        QCOMPARE(store.newest().cause, PostbackCause::UnknownStatus);
        QVERIFY(store.conversions().isEmpty());
        store.clock.pass(90 * minuteMs);
        store.mapWord(QStringLiteral("bestaetigt"), ConversionStatus::Approved);

        const RereadingReport asked = store.preview(store.all());
        QCOMPARE(asked.added, 1);
        QVERIFY(store.conversions().isEmpty());
        const RereadingReport done = store.apply(store.all());
        QCOMPARE(done, asked);
        QCOMPARE(store.conversion().time, arrived);
        QCOMPARE(store.conversion().status, ConversionStatus::Approved);
        QCOMPARE(store.newest().outcome, PostbackOutcome::Matched);
        QCOMPARE(store.newest().conversion, store.conversion().id);
        QCOMPARE(store.problems(), QStringList());
        const auto total = done.after.value({QStringLiteral("USD"), ConversionStatus::Approved});
        QCOMPARE(total, (StatusTotal{1, 5'000'000}));
    }

    void whoMaySendTodaySaysNothingAboutWhatWasLetInBefore()
    {
        RereadStore store;
        const QByteArray click = store.click();
        store.later("clickid=" + click + "&txid=T1&payout=5");
        const PostbackRow sold = store.newest();
        store.later("clickid=m5gc77g00n5y4y0vr933&txid=T2&payout=5");
        store.network.allowedSenders = {QStringLiteral("203.0.113.0/24")};
        store.map([](NetworkMapping &) {});
        store.later("clickid=" + click + "&txid=T3&payout=7");
        const PostbackRow refused = store.newest();
        QCOMPARE(refused.cause, PostbackCause::SenderNotAllowed);
        QCOMPARE(store.conversions().size(), 1);

        const RereadingReport all = store.apply(store.all());
        QCOMPARE(all.added + all.changed + all.removed, 0);
        const RereadingReport one = store.apply(taken(choiceOf(store.database(), sold.id)));
        QCOMPARE(one.unchanged, 1);
        QCOMPARE(one.removed, 0);
        QCOMPARE(store.conversions().size(), 1);
        QCOMPARE(store.newest().cause, PostbackCause::SenderNotAllowed);

        // Not even with an open list, unless a person asks for this very one.
        store.network.allowedSenders.clear();
        store.map([](NetworkMapping &) {});
        QCOMPARE(store.preview(store.all()).added, 0);
        QCOMPARE(store.apply(taken(choiceOf(store.database(), refused.id))).added, 1);
        QCOMPARE(store.newest().outcome, PostbackOutcome::Matched);
        QCOMPARE(store.conversions().size(), 2);
        store.network.allowedSenders = {QStringLiteral("203.0.113.0/24")};
        store.map([](NetworkMapping &) {});
        QCOMPARE(store.apply(store.all()).removed, 0);
        QCOMPARE(store.conversions().size(), 2);
        QCOMPARE(store.problems(), QStringList());
    }

    void aPostbackThatWaitsForItsClickIsNotRefusedWhenThatComes()
    {
        RereadStore store;
        const NewClick click = store.newClick();
        store.later("clickid=" + click.clickId.toString().toLatin1() + "&txid=T1&payout=5");
        QCOMPARE(store.newest().cause, PostbackCause::UnknownClick);
        store.network.allowedSenders = {QStringLiteral("203.0.113.0/24")};
        store.map([](NetworkMapping &) {});
        QVERIFY(taken(store.writer().writeLate({click})).isEmpty());
        QCOMPARE(store.conversions().size(), 1);
        QCOMPARE(store.newest().outcome, PostbackOutcome::Matched);
    }

    void aRefundThatWasNotUndoneIsNotUndoneByReadingAgain()
    {
        RereadStore store;
        const QByteArray sale = "clickid=" + store.click() + "&txid=T1&payout=5&status=approved";
        store.later(sale);
        store.later("txid=T1&status=refunded");
        store.later(sale);
        QCOMPARE(store.newest().cause, PostbackCause::OlderNews);
        const Conversion before = store.conversion();
        QCOMPARE(before.status, ConversionStatus::Refunded);
        const RereadingReport report = store.apply(store.all());
        QCOMPARE(report.added + report.changed + report.removed, 0);
        QCOMPARE(report.unchanged, 1);
        QCOMPARE(store.conversion(), before);
        QCOMPARE(store.newest().cause, PostbackCause::OlderNews);
        QCOMPARE(store.problems(), QStringList());
    }

    void readingAgainUnderTheSameMappingChangesNothing()
    {
        RereadStore store;
        for (int i = 0; i < 8; ++i) {
            const QByteArray id = store.click();
            store.later("clickid=" + id + "&txid=T" + QByteArray::number(i) + "&payout=5&status=pending");
            store.later("clickid=" + id + "&txid=T" + QByteArray::number(i) + "&payout=7&status=approved");
            store.later("clickid=" + id + "&txid=T" + QByteArray::number(i) + "&payout=7&status=approved");
            store.later("clickid=" + id + "&txid=U" + QByteArray::number(i) + "&payout=2&status=refunded");
            store.later("clickid=" + id + "&txid=U" + QByteArray::number(i) + "&payout=9");
            store.later("clickid=" + id + "&event=lead");
        }
        store.later("clickid=nonsense");
        const QStringList before = dumpOf(store.database());
        const RereadingReport report = store.apply(store.all());
        QCOMPARE(report.added + report.changed + report.removed, 0);
        QCOMPARE(report.unchanged, 24);
        QCOMPARE(report.before, report.after);
        QCOMPARE(dumpOf(store.database()), before);
    }

    void anEarlierPostbackThatIsUnderstoodLaterDoesNotOverruleALaterOne()
    {
        RereadStore store;
        const QByteArray id = store.click();
        store.later("clickid=" + id + "&txid=T1&payout=10&status=vorgemerkt");
        store.later("clickid=" + id + "&txid=T1&payout=12&status=approved");
        store.mapWord(QStringLiteral("vorgemerkt"), ConversionStatus::Pending);
        const RereadingReport report = store.apply(store.all());
        QCOMPARE(report.added, 0);
        QCOMPARE(report.changed, 1);
        QCOMPARE(store.conversions().size(), 1);
        QCOMPARE(store.conversion().payout.micros, 12'000'000);
        QCOMPARE(store.conversion().status, ConversionStatus::Approved);
        QCOMPARE(store.conversion().timesReceived, 2);
        const Journey journey = taken(Lists(store.database()).journeyOfConversion(store.conversion().id));
        QCOMPARE(journey.history.size(), 2);
        QCOMPARE(journey.history.first().status, ConversionStatus::Pending);
        QCOMPARE(store.problems(), QStringList());
    }

    void anotherPayoutFieldChangesWhatWasMatched()
    {
        RereadStore store;
        const QByteArray id = store.click();
        store.later("clickid=" + id + "&txid=T1&amount=100&commission=8");
        QCOMPARE(store.conversion().payout.micros, 100'000'000);
        store.map([](NetworkMapping &mapping) {
            mapping.fields[FieldMeaning::Payout] = {QStringLiteral("commission")};
        });
        const RereadingReport report = store.apply(store.all());
        QCOMPARE(report.changed, 1);
        QCOMPARE(store.conversion().payout.micros, 8'000'000);
        QCOMPARE(store.problems(), QStringList());
    }

    void aWordThatNeverCountsTakesItsConversionsAway()
    {
        RereadStore store;
        const QByteArray id = store.click();
        store.later("clickid=" + id + "&txid=T1&payout=5&status=approved");
        store.mapWord(QStringLiteral("approved"), ConversionStatus::Test);
        QCOMPARE(store.apply(store.all()).removed, 1);
        QVERIFY(store.conversions().isEmpty());
        QCOMPARE(store.newest().cause, PostbackCause::IgnoredStatus);
        QCOMPARE(store.problems(), QStringList());
    }

    void undoRestoresEverythingExactly()
    {
        RereadStore store;
        fillWithEverything(store, 40);
        const QStringList before = dumpOf(store.database());
        store.map([](NetworkMapping &mapping) {
            mapping.fields[FieldMeaning::Payout] = {QStringLiteral("commission"), QStringLiteral("payout")};
            mapping.statusWords.insert(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
            mapping.statusWords.insert(QStringLiteral("pending"), ConversionStatus::Ignored);
        });
        const RereadingReport asked = store.preview(store.all());
        const RereadingReport done = store.apply(store.all());
        QCOMPARE(done, asked);
        QVERIFY(done.added > 0 && done.changed > 0 && done.removed > 0);
        QVERIFY(dumpOf(store.database()) != before);
        QCOMPARE(store.problems(), QStringList());
        store.undo();
        QCOMPARE(dumpOf(store.database()), before);
        QCOMPARE(store.problems(), QStringList());
        RereadingUndo again(store.presets(), store.clock);
        QCOMPARE(again.begin(store.database()).error().kind, Failure::Kind::NotFound);
    }

    void whatArrivedAfterAnApplicationSurvivesItsUndo()
    {
        RereadStore store;
        const QByteArray id = store.click();
        store.later("clickid=" + id + "&txid=T1&payout=5&status=bestaetigt");
        const QByteArray other = store.click();
        store.later("clickid=" + other + "&txid=T2&payout=5&commission=2");
        store.map([](NetworkMapping &mapping) {
            mapping.fields[FieldMeaning::Payout] = {QStringLiteral("commission"), QStringLiteral("payout")};
            mapping.statusWords.insert(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        });
        store.apply(store.all());
        QCOMPARE(store.conversions().size(), 2);
        store.later("clickid=" + id + "&txid=T1&payout=6&status=approved");
        store.later("clickid=" + other + "&txid=T2&status=rejected");
        store.undo();
        QCOMPARE(store.problems(), QStringList());
        QCOMPARE(store.conversions().size(), 2);
        for (const ConversionRow &row : store.conversions()) {
            const bool first = row.conversion.transactionId == QStringLiteral("T1");
            QCOMPARE(row.conversion.payout.micros, first ? 6'000'000 : 5'000'000);
            QCOMPARE(row.conversion.status, first ? ConversionStatus::Approved : ConversionStatus::Rejected);
        }
    }

    void aCancelledApplicationIsTakenBack()
    {
        RereadStore store;
        fillWithEverything(store, 400);
        const QStringList before = dumpOf(store.database());
        store.mapWord(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        RereadingApplication application(store.presets(), store.all(), store.clock, shortest);
        QVERIFY(taken(application.nextSlice(store.database())));
        QVERIFY(application.done() < application.total());
        QVERIFY(dumpOf(store.database()) != before);
        while (taken(application.takeBack(store.database())))
            continue;
        QCOMPARE(dumpOf(store.database()), before);
        QCOMPARE(store.problems(), QStringList());
    }

    void whatACrashLeftIsTakenBackByUndoAndByTheNextApplication()
    {
        RereadStore store;
        fillWithEverything(store, 400);
        const QStringList before = dumpOf(store.database());
        store.mapWord(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        const auto crash = [&] {
            RereadingApplication application(store.presets(), store.all(), store.clock, shortest);
            QVERIFY(taken(application.nextSlice(store.database())));
        };
        crash();
        RereadingUndo tooSoon(store.presets(), store.clock);
        QCOMPARE(tooSoon.begin(store.database()).error().kind, Failure::Kind::AlreadyExists);
        store.clock.pass(leftBehindMs);
        store.undo();
        QCOMPARE(dumpOf(store.database()), before);

        crash();
        store.clock.pass(leftBehindMs);
        const RereadingReport asked = countsOf(store.preview(store.all()));
        store.undo();
        const RereadingReport fresh = store.preview(store.all());
        crash();
        store.clock.pass(leftBehindMs);
        QCOMPARE(store.apply(store.all()), fresh);
        QVERIFY(asked.added < fresh.added);
        store.undo();
        QCOMPARE(dumpOf(store.database()), before);
    }

    void aChoiceByCauseReadsTheSalesOfItsPostbacksWhole()
    {
        RereadStore store;
        const QByteArray id = store.click();
        store.later("clickid=" + id + "&txid=T1&payout=5&status=pending");
        store.later("clickid=" + id + "&txid=T1&payout=5&status=bestaetigt");
        const QByteArray other = store.click();
        store.later("clickid=" + other + "&txid=T2&payout=5");
        store.mapWord(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        RereadingChoice choice = store.all();
        choice.causes = {QStringLiteral("unknown_status")};
        const RereadingReport report = store.apply(choice);
        QCOMPARE(report.postbacks, 1);
        QCOMPARE(report.changed, 1);
        QCOMPARE(report.added + report.removed + report.unchanged, 0);
        choice.causes.clear();
        choice.outcomes = {QStringLiteral("repeated")};
        QCOMPARE(store.preview(choice).postbacks, 0);
        choice.outcomes = {QStringLiteral("matched")};
        choice.since = store.clock.now();
        QCOMPARE(store.preview(choice).postbacks, 1);
    }

    void whatIsStillNotUnderstoodIsCountedByCause()
    {
        RereadStore store;
        const QByteArray id = store.click();
        store.later("clickid=" + id + "&payout=1,234");
        store.later("clickid=" + id + "&payout=1,234");
        store.later("clickid={aff_sub}");
        store.later("payout=4");
        const RereadingReport report = store.preview(store.all());
        QCOMPARE(report.notUnderstood,
                 (QMap<QString, qint64>{{QStringLiteral("ambiguous_amount"), 2},
                                        {QStringLiteral("literal_token"), 1},
                                        {QStringLiteral("no_click_id"), 1}}));
    }

    void theDefaultPayoutOfThatDayIsKept()
    {
        RereadStore store;
        const QByteArray id = store.click();
        store.later("clickid=" + id + "&txid=T1");
        QCOMPARE(store.conversion().payout.micros, 12'000'000);
        store.offer.defaultPayout.micros = 20'000'000;
        taken(store.catalogue().updateOffer(store.offer));
        QCOMPARE(store.apply(store.all()).changed, 0);
        QCOMPARE(store.conversion().payout.micros, 12'000'000);
    }

    void aReadingCanBeCancelledWhileItIsAsked()
    {
        RereadStore store;
        fillWithEverything(store, 200);
        const auto report = previewRereading(store.database(), store.presets(), store.all(),
                                             [](qint64, qint64) { return false; });
        QCOMPARE(report.error().kind, Failure::Kind::Cancelled);
    }

    /// A new sale's postbacks may lie as far apart as they like.
    void aPreviewInPiecesSaysWhatOneReadingSays_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {1, 2, 7, 50})
            QTest::addRow("%d", size) << size;
    }
    void aPreviewInPiecesSaysWhatOneReadingSays()
    {
        QFETCH(int, size);
        RereadStore store;
        QList<QByteArray> clicks;
        for (int i = 0; i < 12; ++i)
            clicks << store.click();
        for (const char *status : {"vorgemerkt", "bestaetigt", "approved", "bestaetigt"}) {
            for (int i = 0; i < 12; ++i)
                store.later("clickid=" + clicks.at(i) + "&txid=T" + QByteArray::number(i % 9) + "&payout="
                            + QByteArray::number(i + 1) + "&commission=" + QByteArray::number(i % 4)
                            + (i % 4 == 3 && QByteArray(status) == "approved" ? ",125" : "")
                            + "&status=" + (i % 5 == 4 ? "pending" : status));
        }
        fillWithEverything(store, 40);
        store.map([](NetworkMapping &mapping) {
            mapping.fields[FieldMeaning::Payout] = {QStringLiteral("commission"), QStringLiteral("payout")};
            mapping.statusWords.insert(QStringLiteral("vorgemerkt"), ConversionStatus::Pending);
            mapping.statusWords.insert(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        });
        const RereadingReport whole = store.preview(store.all());
        QVERIFY(whole.added > 0 && whole.changed > 0 && !whole.notUnderstood.isEmpty());
        const auto pieces = taken(
                previewRereading(store.database(), store.presets(), store.all(), RereadingProgress(), size));
        QCOMPARE(pieces, whole);
        QCOMPARE(store.apply(store.all()), whole);
    }

    void aChosenPostbackThatWasReadWithAnEarlierOneIsReportedToo()
    {
        RereadStore store;
        const QByteArray id = store.click();
        store.later("clickid=" + id + "&txid=T1&payout=5&commission=5");
        for (int i = 0; i < 120; ++i)
            store.later("clickid=" + store.click() + "&txid=N" + QByteArray::number(i) + "&payout=5");
        store.later("clickid=" + id + "&txid=T1&payout=5&commission=1,234");
        store.map([](NetworkMapping &mapping) {
            mapping.fields[FieldMeaning::Payout] = {QStringLiteral("commission"), QStringLiteral("payout")};
        });
        const RereadingReport asked = store.preview(store.all());
        QCOMPARE(asked.notUnderstood, (QMap<QString, qint64>{{QStringLiteral("ambiguous_amount"), 1}}));
        QCOMPARE(store.apply(store.all()), asked);
    }

    void twentyThousandPostbacksAreReadAgainInShortSlices()
    {
        RereadStore store;
        fillWithSales(store, 20'000);
        store.map([](NetworkMapping &mapping) {
            mapping.statusWords.insert(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(store.preview(store.all()).added, 20'000);
        const qint64 preview = timer.restart();
        RereadingApplication application(store.presets(), store.all(), store.clock);
        qint64 longest = 0;
        qint64 slices = 0;
        for (bool more = true; more; ++slices) {
            QElapsedTimer slice;
            slice.start();
            more = taken(application.nextSlice(store.database()));
            longest = std::max(longest, slice.elapsed());
        }
        const qint64 apply = timer.restart();
        QCOMPARE(application.report().added, 20'000);
        store.undo();
        const qint64 undo = timer.elapsed();
        qInfo() << "preview" << preview << "ms, apply" << apply << "ms in" << slices << "slices, longest"
                << longest << "ms, undo" << undo << "ms";
        QVERIFY(store.conversions().isEmpty());
        QVERIFY(preview < limit && apply < limit);
        QVERIFY2(slices * 300 >= apply, "whoever else writes would wait too long");
    }

    void aClickWithThousandsOfSalesIsReadInOneGo()
    {
        RereadStore store;
        const QByteArray id = store.click();
        std::vector<WriteJob> jobs;
        for (int i = 0; i < 15'000; ++i)
            jobs.push_back(
                    {store.newPostback("clickid=" + id + "&txid=T" + QByteArray::number(i) + "&payout=5"),
                     {},
                     nullptr});
        taken(store.writer().write(jobs));
        store.map([](NetworkMapping &mapping) {
            mapping.fields[FieldMeaning::Payout] = {QStringLiteral("amount"), QStringLiteral("payout")};
        });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(store.preview(store.all()).unchanged, 15'000);
        qInfo() << "15,000 sales of one click:" << timer.elapsed() << "ms";
        QVERIFY(timer.elapsed() < limit); // with every sale compared to every other: minutes
    }

private:
    /// Sales of all kinds, several postbacks each.
    static void fillWithEverything(RereadStore &store, int sales)
    {
        for (int i = 0; i < sales; ++i) {
            const QByteArray start
                    = "clickid=" + store.click() + "&txid=T" + QByteArray::number(i % (sales - 3));
            const QByteArray amounts = "&payout=5&commission=" + QByteArray::number(i % 7 + 1);
            switch (i % 5) {
            case 0:
                store.later(start + amounts + "&status=bestaetigt");
                break;
            case 1:
                store.later(start + amounts + "&status=pending");
                store.later(start + "&status=approved");
                break;
            case 2:
                store.later(start + "&payout=3&status=refunded");
                store.later(start + amounts);
                store.later(start + amounts);
                break;
            case 3:
                store.later("clickid=" + start.mid(8, 20) + "&event=lead");
                store.later(start + amounts + "&event=lead&status=bestaetigt");
                break;
            default:
                store.later("clickid=" + start.mid(8, 20) + "&status=pending");
                break;
            }
        }
    }

    static void fillWithSales(RereadStore &store, int sales)
    {
        for (int from = 0; from < sales; from += 1000) {
            std::vector<WriteJob> jobs;
            for (int i = from; i < from + 1000; ++i) {
                store.clock.pass(1000);
                const NewClick click = store.newClick();
                jobs.push_back({click, {}, nullptr});
                jobs.push_back({store.newPostback("clickid=" + click.clickId.bytes().toByteArray() + "&txid=T"
                                                  + QByteArray::number(i) + "&payout=5&status=bestaetigt"),
                                {},
                                nullptr});
            }
            taken(store.writer().write(jobs));
        }
    }
};

QTEST_APPLESS_MAIN(tst_Rereading)
#include "tst_rereading.moc"
