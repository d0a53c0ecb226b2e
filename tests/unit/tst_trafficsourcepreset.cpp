// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/trafficsourcepreset.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Matchbook;

namespace {

const TrafficSourcePreset &generic()
{
    static const QList<TrafficSourcePreset> presets = trafficSourcePresets();
    return presets.first();
}

/// `external|sub1,…,sub10` without the empty sub IDs at the end.
QString summary(const SourceReading &reading)
{
    QStringList subIds(reading.subIds.begin(), reading.subIds.end());
    while (!subIds.isEmpty() && subIds.last().isEmpty())
        subIds.removeLast();
    return reading.externalId + u'|' + subIds.join(u',');
}

Expected<TrafficSourcePreset> fromText(const char *text)
{
    return trafficSourceFromJson(QJsonDocument::fromJson(text).object());
}

} // namespace

class tst_TrafficSourcePreset : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCompiledInPresetIsUnderstood()
    {
        const int files = int(QDir(QStringLiteral(":/trafficsources")).entryList(QDir::Files).size());
        QVERIFY(files > 0);
        QCOMPARE(int(trafficSourcePresets().size()), files);
        QCOMPARE(generic().id, QStringLiteral("generic"));
        QVERIFY(!namesASource(generic()));
        TrafficSourcePreset push;
        push.id = QStringLiteral("push");
        QVERIFY(namesASource(push));
    }

    void arrivalsAreRead_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("reading");
        const auto row = [](const char *query, const char *reading) {
            QTest::newRow(query) << QByteArray(query) << QString::fromUtf8(reading);
        };
        row("", "|");
        row("x=1&y", "|");
        for (const char *name : {"externalid", "external_id", "gclid", "gbraid", "wbraid", "fbclid", "ttclid",
                                 "msclkid", "click_id", "ScCid", "GCLID"})
            QTest::newRow(name) << QByteArray(name) + "=Ab_-9" << QStringLiteral("Ab_-9|");
        row("gclid=g&externalid=e", "e|");
        row("externalid=&gclid=g", "g|");
        row("externalid=%20&gclid=g", "g|");
        row("externalid={click_id}&gclid=g", "g|");
        row("externalid=%7Bclick_id%7D", "|");
        row("externalid=__CLICKID__", "|");
        row("externalid=${SUBID}", "|");
        row("externalid=null", "|");
        row("externalid=first&externalid=second", "first|");
        row("?externalid=x", "x|");
        row("external%69d=x", "x|");
        row("sub1=a&sub2=b&sub10=j", "|a,b,,,,,,,,j");
        row("s1=a&subid2=b&c3=c&v4=d", "|a,b,c,d");
        row("s1=later&sub1=sooner", "|sooner");
        row("SUB1=a", "|a");
        row("sub1=%C3%A9+%26", "|é &");
        row("sub1=%FF%0A", "|\\xFF\\x0A");
        row("sub1={keyword}&s1=word", "|word");
        row("sub11=x&sub0=y&sub=z", "|");
        row("sub1=a=b", "|a=b");
    }
    void arrivalsAreRead()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, reading);
        QCOMPARE(summary(readArrival(query, generic())), reading);
    }

    void theWrongMemberIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("member");
        const auto row = [](const char *text, const char *member) {
            QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(member);
        };
        row("{}", "id");
        row(R"({"id": "A", "name": "A"})", "id");
        row(R"({"id": "a"})", "name");
        row(R"({"id": "a", "name": "A", "externalId": "x"})", "externalId");
        row(R"({"id": "a", "name": "A", "subIds": {"sub11": ["x"]}})", "sub11");
        row(R"({"id": "a", "name": "A", "subIds": {"sub1": [""]}})", "sub1");
        row(R"({"id": "a", "name": "A", "externalIdFields": []})", "externalIdFields");
    }
    void theWrongMemberIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, member);
        const auto preset = fromText(text.constData());
        QVERIFY(!preset);
        QCOMPARE(preset.error().kind, Failure::Kind::BadInput);
        QVERIFY2(preset.error().detail.contains(member), qPrintable(preset.error().detail));
    }

    void longExternalIdsAreKeptWhole()
    {
        const QByteArray value(4000, 'x');
        QCOMPARE(readArrival("externalid=" + value, generic()).externalId.size(), value.size());
    }

    void arrivalsAreReadQuicklyAndGarbageInBoundedTime()
    {
        QElapsedTimer timer;
        timer.start();
        const QByteArray usual
                = "sub1=placement-12&sub2=creative&gclid=EAIaIQobChMI&utm_source=google&utm_medium=cpc";
        for (int i = 0; i < 20000; ++i)
            QCOMPARE(readArrival(usual, generic()).externalId.size(), 12);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));

        QRandomGenerator random(19);
        for (int i = 0; i < 500; ++i) {
            QByteArray query(int(random.bounded(3000)), Qt::Uninitialized);
            for (char &c : query)
                c = char(random.bounded(256));
            const SourceReading reading = readArrival(query, generic());
            QVERIFY(reading.externalId.size() <= 4 * query.size());
        }
        QCOMPARE(summary(readArrival(QByteArray("sub1=&").repeated(100000), generic())), QStringLiteral("|"));
        QCOMPARE(summary(readArrival(QByteArray(1000000, '&'), generic())), QStringLiteral("|"));
    }
};

QTEST_APPLESS_MAIN(tst_TrafficSourcePreset)
#include "tst_trafficsourcepreset.moc"
