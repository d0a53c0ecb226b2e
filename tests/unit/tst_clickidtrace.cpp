// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chaintest/clickidtrace.h"
#include "chaintest/hopsentences.h"
#include "chaintest/redirectverdict.h"
#include "chaintest/urlplaces.h"
#include "vocabulary/clickid.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Matchbook;
using Form = IdAtHop::Form;

Q_DECLARE_METATYPE(Matchbook::IdAtHop::Form)

namespace {

/// A click ID with letters, so that its case can change.
const QByteArray &id()
{
    static const QByteArray made = ClickId::make(1'793'613'600'000, 0x2f9d3c5a81b7e).bytes().toByteArray();
    return made;
}

QByteArray everyCharacterEncoded(const QByteArray &text, const char *percent)
{
    QByteArray out;
    for (const char c : text)
        out += percent + QByteArray(1, c).toHex();
    return out;
}

} // namespace

class tst_ClickIdTrace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachFormIsTold_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<Form>("form");
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QString>("movedFrom");
        QTest::addColumn<int>("kept");
        const QByteArray host = "https://trk.example";
        const auto row = [&](const char *name, const QByteArray &rest, Form form, const char *parameter,
                             const char *movedFrom = "", int kept = 0) {
            QTest::newRow(name) << QByteArray(host + rest) << form << QString::fromLatin1(parameter)
                                << QString::fromLatin1(movedFrom) << kept;
        };
        row("intact", "/go?x=1&s2=" + id(), Form::Intact, "s2");
        row("intact, other parameter", "/go?sub=" + id(), Form::Intact, "sub", "s2");
        row("intact, in the path", "/go/" + id() + "/x", Form::Intact, "", "s2");
        row("intact, in a longer value", "/go?s2=aff7_" + id() + "_x", Form::Intact, "s2");
        row("intact, encoded once", "/go?s2=" + everyCharacterEncoded(id(), "%"), Form::Intact, "s2");
        row("intact, in an address inside", "/go?url=https%3A%2F%2Fshop.example%2F%3Fs%3D" + id(),
            Form::Intact, "url", "s2");
        row("intact, in an address encoded twice",
            "/go?url=https%253A%252F%252Fshop.example%253Fs%253D" + id(), Form::Intact, "url", "s2");
        row("behind the fragment's mark", "/go#/path?s2=" + id(), Form::InFragment, "s2");
        row("behind the fragment's mark, alone", "/go?x=1#" + id(), Form::InFragment, "", "s2");
        row("before the fragment's mark as well", "/go?s2=" + id() + "#s2=" + id(), Form::Intact, "s2");
        row("an ending was appended in the path", "/go/" + id() + ".html", Form::Changed, "", "s2");
        row("an ending was appended", "/go?s2=" + id() + "-42", Form::Changed, "s2");
        row("blanks around it", "/go?s2=" + id() + "%20", Form::Intact, "s2");
        row("parameter names have no case", "/go?S2=" + id(), Form::Intact, "S2");
        row("encoded twice", "/go?s2=" + everyCharacterEncoded(id(), "%25"), Form::EncodedTwice, "s2");
        row("encoded three times", "/go?s2=" + everyCharacterEncoded(id(), "%2525"), Form::EncodedTwice,
            "s2");
        row("followed by an escape encoded twice", "/go?s2=" + id() + "%252B", Form::EncodedTwice, "s2");
        row("upper case", "/go?s2=" + id().toUpper(), Form::UpperCased, "s2");
        row("upper case, moved", "/go?sub=" + id().toUpper(), Form::UpperCased, "sub", "s2");
        row("upper case and encoded twice", "/go?s2=" + everyCharacterEncoded(id().toUpper(), "%25"),
            Form::UpperCased, "s2");
        row("cut", "/go?s2=" + id().left(16), Form::Cut, "s2", "", 16);
        row("cut to very little", "/go?s2=" + id().left(3), Form::Cut, "s2", "", 3);
        row("cut and moved", "/go?sub=" + id().left(12), Form::Cut, "sub", "s2", 12);
        row("cut in front", "/go?s2=" + id().mid(6), Form::Cut, "s2", "", 14);
        row("macro in braces", "/go?s2={aff_sub}", Form::LiteralMacro, "s2");
        row("macro in encoded braces", "/go?s2=%7Baff_sub%7D", Form::LiteralMacro, "s2");
        row("macro between number signs", "/go?s2=#s2#&x=1", Form::LiteralMacro, "s2");
        row("macro between two number signs", "/go?s2=##CLICKID##", Form::LiteralMacro, "s2");
        row("macro between percent signs", "/go?s2=%subid%", Form::LiteralMacro, "s2");
        row("macro in another parameter", "/go?aff_sub=[click_id]", Form::LiteralMacro, "aff_sub", "s2");
        row("another macro", "/go?keyword={keyword}", Form::Missing, "s2");
        row("changed", "/go?s2=organic", Form::Changed, "s2");
        row("empty", "/go?s2=&x=1", Form::Missing, "s2");
        row("gone", "/go", Form::Missing, "s2");
        row("gone, others stay", "/go?aff=7&x=2", Form::Missing, "s2");
        row("a number is no cut ID", "/go?aff=m", Form::Missing, "s2");
    }

    void eachFormIsTold()
    {
        QFETCH(QByteArray, url);
        QFETCH(Form, form);
        QFETCH(QString, parameter);
        QFETCH(QString, movedFrom);
        QFETCH(int, kept);
        const IdTrace trace = traceClickId(id(), {"https://trk.example/first?s2=" + id(), url}, 0);
        QCOMPARE(trace.hops.size(), 2);
        QCOMPARE(trace.hops[0].form, Form::Intact);
        const IdAtHop &at = trace.hops[1];
        QCOMPARE(idFormWord(at.form), idFormWord(form));
        QCOMPARE(at.parameter, parameter);
        QCOMPARE(at.movedFrom, movedFrom);
        QCOMPARE(at.kept, kept);
        QCOMPARE(trace.lostAt.has_value(), form != Form::Intact);
        QVERIFY(!idWords(at).isEmpty());
    }

    void theFirstLossIsNamedAndLaterOnesAreNot()
    {
        const IdTrace trace = traceClickId(id(),
                                           {"http://127.0.0.1:8130/c/key", "https://a.example/?s=" + id(),
                                            "https://b.example/?s=" + id().toUpper(),
                                            "https://c.example/?s=x", "https://d.example/"},
                                           1);
        QCOMPARE(trace.hops[0].form, Form::NotYet);
        QCOMPARE(trace.lostAt, std::optional<qsizetype>(2));
        QCOMPARE(trace.hops[2].form, Form::UpperCased);
        QCOMPARE(trace.hops[3].form, Form::Changed);
        QCOMPARE(trace.hops[4].form, Form::Missing);
    }

    void anEndingThatTheLinkItselfHasIsNoChange()
    {
        const IdTrace trace
                = traceClickId(id(),
                               {"https://a.example/" + id() + ".html", "https://b.example/" + id() + ".html"},
                               0);
        QVERIFY(!trace.lostAt);
        QVERIFY(traceClickId(id(), {"https://a.example/#s=" + id()}, 0).lostAt);
    }

    void aMoveToThePathIsNamed()
    {
        const QList<QByteArray> way{"https://a.example/?s2=" + id(), "https://b.example/" + id()};
        const QString words = idWords(traceClickId(id(), way, 0).hops[1]);
        QVERIFY2(words.endsWith(QStringLiteral("from s2 to the path")), qPrintable(words));
    }

    void whatLeavesTheWebIsSaidToDoSo()
    {
        const QList<QByteArray> way{"https://a.example/?s2=" + id(), "file:///etc/motd"};
        Hop first;
        first.url = way[0];
        Hop second;
        second.url = way[1];
        second.trouble = Hop::Trouble::NotWeb;
        second.detail = QStringLiteral("file");
        const ChainStep step = redirectVerdict({first, second}, traceClickId(id(), way, 0), {}, {});
        QCOMPARE(step.cause, QStringLiteral("not_web"));
        QVERIFY2(step.sentence.contains(QStringLiteral("leaves the web")), qPrintable(step.sentence));
    }

    void anotherSitesOwnIdentifierIsNoLoss_data()
    {
        QTest::addColumn<QByteArray>("next");
        QTest::addColumn<bool>("handedOver");
        QTest::newRow("another site, an identifier")
                << QByteArray("https://shop.example/?transaction_id=102f4c81aa93") << true;
        QTest::newRow("the same site")
                << QByteArray("https://www.network.test/?transaction_id=102f4c81aa93") << false;
        QTest::newRow("another site, no identifier")
                << QByteArray("https://shop.example/?utm_source=affiliate") << false;
        QTest::newRow("an identifier that was there before")
                << QByteArray("https://shop.example/?o=offer12345") << false;
        QTest::newRow("our parameter with another value")
                << QByteArray("https://shop.example/?s2=102f4c81aa93") << false;
        QTest::newRow("nothing") << QByteArray("https://shop.example/") << false;
    }

    void anotherSitesOwnIdentifierIsNoLoss()
    {
        QFETCH(QByteArray, next);
        QFETCH(bool, handedOver);
        const IdTrace trace = traceClickId(id(),
                                           {"https://trk.network.test/go?o=offer12345&s2=" + id(), next,
                                            "https://shop.example/thanks"},
                                           0);
        QCOMPARE(trace.handedOverAt.has_value(), handedOver);
        QCOMPARE(trace.lostAt.has_value(), !handedOver);
        QCOMPARE(trace.hops[2].form == Form::HandedOver, handedOver);
    }

    void everyLossHasASentenceThatNamesTheHop()
    {
        const QByteArray urls[] = {"https://b.example/?s=" + id().toUpper(),
                                   "https://b.example/?s=" + id().left(12),
                                   "https://b.example/?s={sub}",
                                   "https://b.example/?s=other",
                                   "https://b.example/",
                                   "https://b.example/?s=" + id() + "%252B"};
        QSet<QString> sentences;
        for (const QByteArray &url : urls) {
            const QList<QByteArray> way{"https://a.example/?s=" + id(), "https://a.example/2?s=" + id(), url};
            QList<Hop> hops;
            for (const QByteArray &one : way) {
                Hop hop;
                hop.url = one;
                hops << hop;
            }
            const IdTrace trace = traceClickId(id(), way, 0);
            QCOMPARE(trace.lostAt, std::optional<qsizetype>(2));
            const ChainStep step = redirectVerdict(hops, trace, {}, {});
            QCOMPARE(step.state, ChainStep::State::Failed);
            QCOMPARE(step.cause, QString(idFormWord(trace.hops[2].form)));
            QVERIFY2(step.sentence.contains(QStringLiteral("hop 3 (b.example)")), qPrintable(step.sentence));
            sentences.insert(step.sentence);
        }
        QCOMPARE(int(sentences.size()), int(std::size(urls)));
    }

    void anEmptySlotOfTheNetworkIsOfferedAsARepair()
    {
        NetworkPreset preset;
        preset.subIdParameter = QStringLiteral("subid");
        preset.clickIdFields = {QStringLiteral("aff_sub"), QStringLiteral("subid")};
        AffiliateNetwork network;
        network.id = {3};
        network.subIdParameter = QStringLiteral("s9");
        const QList<QByteArray> way{"https://a.example/?s9=" + id(), "https://b.example/?aff_sub=&o=1"};
        Hop first;
        first.url = way[0];
        Hop second;
        second.url = way[1];
        const ChainStep step = redirectVerdict({first, second}, traceClickId(id(), way, 0), preset, network);
        const QList<Repair> wanted{UseSubIdParameter{{3}, QStringLiteral("aff_sub")},
                                   UseSubIdParameter{{3}, QStringLiteral("subid")}};
        QCOMPARE(step.repairs, wanted);
        const auto mended = repaired(network, step.repairs[0]);
        QVERIFY(mended);
        QCOMPARE(mended->subIdParameter, QStringLiteral("aff_sub"));
    }

    void sitesAreToldApart()
    {
        QVERIFY(isSameSite("a.example", "b.a.example"));
        QVERIFY(isSameSite("x.shop.co.uk", "shop.co.uk"));
        QVERIFY(!isSameSite("one.co.uk", "two.co.uk"));
        QVERIFY(!isSameSite("127.0.0.1", "10.0.0.1"));
        QVERIFY(isDowngrade("https://a.example/", "HTTP://a.example/"));
        QVERIFY(!isDowngrade("http://a.example/", "https://a.example/"));
        QCOMPARE(hostOf("https://user:pw@Shop.Example:8443/x?y=@z"), QByteArray("shop.example"));
    }

    void ourClickIdIsFoundInAnAddress()
    {
        QCOMPARE(clickIdIn("https://a.example/m/?x=mmm&s=" + id() + "&y"), id());
        QCOMPARE(clickIdIn("https://a.example/?s=" + id().left(19)), QByteArray());
    }

    void anythingIsSurvived()
    {
        const QByteArray pieces = QByteArray("/?&=#%25{}[]m;A0") + char(0xff);
        QRandomGenerator random(7);
        for (int i = 0; i < 3000; ++i) {
            QByteArray url = "http://h";
            for (int n = random.bounded(60); n > 0; --n)
                url += pieces.at(random.bounded(int(pieces.size())));
            const IdTrace trace = traceClickId(id(), {"http://a/?s=" + id(), url}, 0);
            QCOMPARE(trace.hops.size(), 2);
        }
    }
};

QTEST_APPLESS_MAIN(tst_ClickIdTrace)
#include "tst_clickidtrace.moc"
