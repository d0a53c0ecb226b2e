// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/newnetwork.h"
#include "networks/presetcatalogue.h"
#include "networks/protocols/strangemessage.h"
#include "store/judging.h"

#include <QTest>

using namespace Matchbook;

namespace {

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray bytes = bigEndian ? QByteArray("\xfe\xff") : QByteArray("\xff\xfe");
    for (const QChar c : text) {
        bytes += char(bigEndian ? c.unicode() >> 8 : c.unicode() & 0xff);
        bytes += char(bigEndian ? c.unicode() & 0xff : c.unicode() >> 8);
    }
    return bytes;
}

const QString json = QStringLiteral(
        "{\"vorname\":\"Anna\",\"kontakt\":{\"nachname\":\"Muster\",\"mail\":\"anna@muster.example\"},"
        "\"notiz\":\"für Frau Muster\",\"tel\":\"+49 170 1234567\",\"total\":9.5,\"paid\":true,"
        "\"wer\":[\"m5gc77g00n5y4y0vr933\"]}");

} // namespace

/// What of a message that nobody understands may be stored.
class tst_StrangeMessage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("JSON") << json.toUtf8();
        QTest::newRow("a list") << QByteArray('[' + json.toUtf8() + ']');
        QTest::newRow("JSON in Latin-1") << json.toLatin1();
        QTest::newRow("JSON that is cut off") << json.toUtf8().chopped(30);
        QTest::newRow("UTF-16 LE") << utf16(json, false);
        QTest::newRow("UTF-16 BE") << utf16(json, true);
        QTest::newRow("form") << QByteArray(
                "vorname=Anna&nachname=Muster&mail=anna%40muster.example&tel=1701234567");
        QTest::newRow("XML") << QByteArray(
                "<kunde typ=\"Anna\"><name>Muster</name><tel>1701234567</tel></kunde>");
        QTest::newRow("names for names")
                << QByteArray("{\"Anna Muster\":\"1701234567\",\"anna@muster.example\":1}");
        QTest::newRow("text") << QByteArray("Anna Muster, 1701234567");
        QTest::newRow("a long text") << QByteArray("Anna Muster, 1701234567; ").repeated(1000);
    }
    void nobodyIsNamed()
    {
        QFETCH(QByteArray, body);
        // At each network's own URL, as the store takes it in.
        static const PresetCatalogue presets;
        for (const NetworkPreset &preset : presets.all()) {
            if (preset.kind != PresetKind::Native)
                continue;
            const AffiliateNetwork network = *newNetwork(preset);
            RawPostback raw;
            raw.request.method = "POST";
            raw.request.body = body;
            raw.request.query = "kunde=Anna+Muster";
            const JudgedNetwork by = judgedNetwork(network, presets, {});
            const auto notification = by.protocol->open(raw.request, "SECRET", BuyerData::Left);
            if (notification.signature != Signature::Unreadable)
                continue;
            ++m_unreadable;
            const ReceivedRequest kept = withoutContents(notification.kept);
            QByteArray stored = kept.query + '\n' + kept.body;
            stored.replace('\0', QByteArray());
            for (const char *personal : {"Anna", "anna", "Muster", "muster", "1234567"})
                QVERIFY2(!stored.contains(personal),
                         qPrintable(preset.id + QStringLiteral(": ") + QString::fromUtf8(stored.left(300))));
            QVERIFY(kept.body.size() <= std::max<qsizetype>(512, body.size()));
        }
        QVERIFY(m_unreadable > 0);
    }

    void whatHelpsToUnderstandItStays()
    {
        ReceivedRequest arrived;
        arrived.body = json.toUtf8();
        const QByteArray kept = withoutContents(arrived).body;
        for (const char *useful :
             {"\"vorname\":\"xxxx\"", "\"total\":9.5", "\"paid\":true", "m5gc77g00n5y4y0vr933"})
            QVERIFY2(kept.contains(useful), kept.constData());
        arrived.body = "cid=m5gc77g00n5y4y0vr933&payout=12.50&born=1985-03-12&tel=98765432&n=4711&name=Anna";
        QCOMPARE(
                withoutContents(arrived).body,
                QByteArray(
                        "cid=m5gc77g00n5y4y0vr933&payout=12.50&born=0000-00-00&tel=00000000&n=4711&name=xxxx"));
        // It can still be opened once the right network is chosen.
        arrived.body = "{\"notification\":\"" + QByteArray(64, 'A').toBase64() + "\",\"iv\":\""
                + QByteArray(16, 'B').toBase64() + "\"}";
        QCOMPARE(withoutContents(arrived).body, arrived.body);
    }

private:
    int m_unreadable = 0;
};

QTEST_GUILESS_MAIN(tst_StrangeMessage)
#include "tst_strangemessage.moc"
