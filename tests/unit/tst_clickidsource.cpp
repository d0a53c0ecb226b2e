// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracking/clickidsource.h"

#include <QTest>

#include <set>

using namespace Matchbook;

namespace {

constexpr qint64 now = 1'793'613'600'000;

} // namespace

class tst_ClickIdSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anIdCarriesItsTime()
    {
        ClickIdSource source;
        const ClickId id = source.next(now);
        QCOMPARE(id.unixMs(), now);
        QCOMPARE(ClickId::parse(id.bytes()), std::optional(id));
    }

    void idsAscendWhateverTheClockDoes_data()
    {
        QTest::addColumn<QList<qint64>>("times");
        QTest::newRow("ticks") << QList<qint64>{now, now + 1, now + 2, now + 100};
        QTest::newRow("stands still") << QList<qint64>(200, now);
        QTest::newRow("jumps back an hour")
                << QList<qint64>{now, now - 3'600'000, now - 3'599'999, now - 3'599'998, now + 1};
        QTest::newRow("jumps back a year") << QList<qint64>{now, now - 31'536'000'000, now, now, now + 1};
    }

    void idsAscendWhateverTheClockDoes()
    {
        QFETCH(QList<qint64>, times);
        ClickIdSource source;
        std::optional<ClickId> last;
        for (const qint64 time : times) {
            const ClickId id = source.next(time);
            QVERIFY2(!last || *last < id, id.bytes().toByteArray().constData());
            last = id;
        }
    }

    void idsAscendAlsoWhenChanceHasUsedUpItsNumbers()
    {
        ClickIdSource source([] { return ~quint64(0); });
        ClickId last = source.next(now);
        for (int i = 0; i < 100; ++i) {
            const ClickId id = source.next(now);
            QVERIFY(last < id);
            last = id;
        }
        QVERIFY(last.unixMs() - now <= 100);
    }

    void aClockThatReturnsIsFollowedAgain()
    {
        ClickIdSource source;
        (void)source.next(now);
        QCOMPARE(source.next(now - 5000).unixMs(), now);
        QCOMPARE(source.next(now + 7).unixMs(), now + 7);
    }

    void twoSourcesDoNotMakeTheSameIds()
    {
        ClickIdSource one;
        ClickIdSource other;
        std::set<ClickId> made;
        for (int i = 0; i < 5000; ++i) {
            made.insert(one.next(now));
            made.insert(other.next(now));
        }
        QCOMPARE(made.size(), size_t(10'000));
    }
};

QTEST_APPLESS_MAIN(tst_ClickIdSource)
#include "tst_clickidsource.moc"
