// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/clickidrepair.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Matchbook;

namespace {

const char id[] = "m5gc77g00n5y4y0vr933";

} // namespace

class tst_ClickIdRepair : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void damagedIdsAreRepaired_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<MatchKind>("match");
        const auto row = [](const char *name, const QByteArray &text, MatchKind match) {
            QTest::newRow(name) << text << match;
        };
        const QByteArray good(id);
        const QByteArray upper = good.toUpper();
        row("exact", good, MatchKind::Exact);
        row("letters encoded", "%6D5gc77g00n5y4y0vr933", MatchKind::Decoded);
        row("upper-cased", upper, MatchKind::CaseFolded);
        row("letter o typed for zero", "m5gc77goon5y4yovr933", MatchKind::CaseFolded);
        row("encoded and upper-cased", "%4D5GC77G00N5Y4Y0VR933", MatchKind::CaseFolded);
        row("trailing space", good + ' ', MatchKind::Trimmed);
        row("spaces around", "  " + good + "\t\r\n", MatchKind::Trimmed);
        row("plus", good + '+', MatchKind::Trimmed);
        row("equals", good + '=', MatchKind::Trimmed);
        row("double-encoded equals", good + "%3D", MatchKind::Trimmed);
        row("double-encoded plus", good + "%2B", MatchKind::Trimmed);
        row("thrice-encoded plus", good + "%252B", MatchKind::Trimmed);
        row("double-encoded space", good + "%20", MatchKind::Trimmed);
        row("quotes", '"' + good + '"', MatchKind::Trimmed);
        row("apostrophes", '\'' + good + '\'', MatchKind::Trimmed);
        row("encoded quotes", "%22" + good + "%22", MatchKind::Trimmed);
        row("typographic quotes", "\xE2\x80\x9C" + good + "\xE2\x80\x9D", MatchKind::Trimmed);
        row("ampersand entity", good + "&amp;", MatchKind::Trimmed);
        row("slash", good + '/', MatchKind::Trimmed);
        row("upper-cased with junk", upper + "==", MatchKind::Trimmed);
        row("left in braces", '{' + good + '}', MatchKind::Trimmed);
        row("several values", good + ",other,third", MatchKind::Trimmed);
        row("suffix of the network", good + "_1234", MatchKind::Trimmed);
        row("query stuck to it", good + "?utm_source=x", MatchKind::Trimmed);
        row("a letter stuck to it", good + "x", MatchKind::Trimmed);
        row("two letters stuck to it, in capitals", upper + "7X", MatchKind::Trimmed);
        row("encoded three times", "%256D5gc77g00n5y4y0vr933", MatchKind::Decoded);
        row("encoded five times", "%2525256D5gc77g00n5y4y0vr933", MatchKind::Decoded);
        row("a plus encoded four times behind", good + "%25252B", MatchKind::Trimmed);
        row("a plus encoded four times before", "%25252B" + good, MatchKind::Trimmed);
        row("a letter before it", 'x' + good, MatchKind::Trimmed);
        row("letters before it, in capitals", "ABC" + upper, MatchKind::Trimmed);
        row("a word before it", "sub_" + good, MatchKind::Trimmed);
        row("words around it", "a-b:" + good + "|c", MatchKind::Trimmed);
        row("much stuck to it", good + QByteArray(500, 'a'), MatchKind::Trimmed);
    }
    void damagedIdsAreRepaired()
    {
        QFETCH(QByteArray, text);
        QFETCH(MatchKind, match);
        const RepairedClickId repaired = repairClickId(text);
        QVERIFY(repaired.id);
        QCOMPARE(repaired.id->bytes().toByteArray(), QByteArray(id));
        QCOMPARE(repaired.match, match);
        QCOMPARE(repaired.cause, PostbackCause::None);
        QVERIFY(repaired.detail.isEmpty());
    }

    void everyStepThatWasNeededIsNamed()
    {
        const auto steps = [](const QByteArray &text) { return repairClickId(text).steps; };
        const QByteArray good(id);
        const QByteArray upper = good.toUpper();
        QCOMPARE(steps(good), QString());
        QCOMPARE(steps(upper), QString());
        QCOMPARE(steps(good + "%2B"), QString());
        QCOMPARE(steps("%4D" + upper.mid(1)), QStringLiteral("decoded case_folded"));
        QCOMPARE(steps(upper + " "), QStringLiteral("case_folded trimmed"));
        QCOMPARE(steps("%6D" + good.mid(1) + "=="), QStringLiteral("decoded trimmed"));
        QCOMPARE(steps("%4D" + upper.mid(1) + "=="), QStringLiteral("decoded case_folded trimmed"));
        QCOMPARE(steps("%256D" + good.mid(1)), QStringLiteral("decoded decoded"));
        QCOMPARE(steps('x' + upper), QStringLiteral("case_folded trimmed"));
    }

    void whatMayBeAPieceIsAskedFor_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("beginning");
        const auto row = [](const char *text, const char *beginning) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(beginning);
        };
        row("m5gc77g0", "m5gc77g0");
        row("M5GC", "m5gc");
        row(" m5gco", "m5gc0");
        row("m5gc77g00n5y4y0vr934x", "m5gc77g00");
        row("%6D5gc77", "m5gc77");
        row("m5g", "");
        row("x5gc77g0", "");
        row("m5gc7u", "");
        row("", "");
        row("%20", "");
    }
    void whatMayBeAPieceIsAskedFor()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, beginning);
        QCOMPARE(possibleBeginning(text), beginning);
    }

    void whatCannotBeRepairedIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<PostbackCause>("cause");
        QTest::addColumn<QString>("detail");
        using C = PostbackCause;
        const auto row = [](const char *text, C cause, const char *detail) {
            QTest::newRow(text) << QByteArray(text) << cause << QString::fromUtf8(detail);
        };
        row("", C::NoClickId, "");
        row("  ", C::NoClickId, "");
        row("0", C::NoClickId, "");
        row("\"\"", C::NoClickId, "");
        row("+", C::NoClickId, "");
        row("%20", C::NoClickId, "");
        row("{aff_sub}", C::LiteralToken, "{aff_sub}");
        row("%7Bsubacc4%7D", C::LiteralToken, "%7Bsubacc4%7D");
        row("#s2#", C::LiteralToken, "#s2#");
        row("[clickid]", C::LiteralToken, "[clickid]");
        row("${SUBID}", C::LiteralToken, "${SUBID}");
        row("null", C::LiteralToken, "null");
        row("undefined", C::LiteralToken, "undefined");
        row("REPLACE_ME", C::LiteralToken, "REPLACE_ME");
        row("m5gc77g00n5y4y0v", C::ClickIdTruncated, "16");
        row("M5GC77G00N5Y4Y0V", C::ClickIdTruncated, "16");
        row("m5gc77g00n5y4y0v ", C::ClickIdTruncated, "16");
        row("m5gc77g00", C::ClickIdTruncated, "9");
        row("m5gc77g0", C::ForeignClickId, "m5gc77g0");
        row("m5gc77g00n5y4y0vr934", C::ClickIdDamaged, "m5gc77g00n5y4y0vr934");
        row("M5GC77G00N5Y4Y0VR934", C::ClickIdDamaged, "M5GC77G00N5Y4Y0VR934");
        row("QXJ4K2L9P0", C::ForeignClickId, "QXJ4K2L9P0");
        row("caf\xE9", C::ForeignClickId, "caf\\xE9");
        row("m5gc77g00n5y4y0vr934x", C::ForeignClickId, "m5gc77g00n5y4y0vr934x");
        row("550e8400-e29b-41d4-a716-446655440000", C::ForeignClickId,
            "550e8400-e29b-41d4-a716-446655440000");
        row("%252525256D5gc77g00n5y4y0vr933", C::ForeignClickId, "%252525256D5gc77g00n5y4y0vr933");
        row("abcm5gc77g00n5y4y0vr933abc", C::ForeignClickId, "abcm5gc77g00n5y4y0vr933abc");
    }
    void whatCannotBeRepairedIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(PostbackCause, cause);
        QFETCH(QString, detail);
        const RepairedClickId repaired = repairClickId(text);
        QVERIFY(!repaired.id);
        QCOMPARE(repaired.cause, cause);
        QCOMPARE(repaired.detail, detail);
        QCOMPARE(repaired.match, MatchKind::None);
    }

    void garbageIsJudgedInBoundedTimeWithAShortDetail()
    {
        QElapsedTimer timer;
        timer.start();
        QRandomGenerator random(5);
        for (int i = 0; i < 20000; ++i) {
            QByteArray text(int(random.bounded(60)), Qt::Uninitialized);
            for (char &c : text)
                c = char(random.bounded(256));
            QVERIFY(!repairClickId(text).id);
        }
        for (const char *piece : {"%", "%41", "m", "{", "&amp;", "\xFF"}) {
            const RepairedClickId repaired = repairClickId(QByteArray(piece).repeated(100000));
            QVERIFY(!repaired.id);
            QVERIFY(repaired.detail.size() <= 800);
        }
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_APPLESS_MAIN(tst_ClickIdRepair)
#include "tst_clickidrepair.moc"
