// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline.h"

#include <QTest>

using namespace Matchbook;

namespace {

Expected<CommandLine> parse(const char *typed)
{
    QStringList arguments;
    for (const QByteArray &argument : QByteArray(typed).split(' '))
        arguments << QString::fromUtf8(argument);
    return CommandLine::parse(arguments, {QStringLiteral("json"), QStringLiteral("help")});
}

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

class tst_CommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsOptionsAndSwitchesAreToldApart()
    {
        const auto line = parse("network add generic --json --name Northway --data-dir=/tmp/x");
        QVERIFY(line);
        QCOMPARE(line->words(), (QStringList{text("network"), text("add"), text("generic")}));
        QVERIFY(line->has(text("json")));
        QVERIFY(!line->has(text("help")));
        QCOMPARE(line->value(text("name")), text("Northway"));
        QCOMPARE(line->value(text("data-dir")), text("/tmp/x"));
        QCOMPARE(line->value(text("missing"), text("otherwise")), text("otherwise"));
    }

    void optionsMayStandAnywhere()
    {
        const auto line = parse("--data-dir /tmp/x serve --json --port 0");
        QVERIFY(line);
        QCOMPARE(line->words(), QStringList{text("serve")});
        QCOMPARE(line->value(text("port")), text("0"));
    }

    void anEqualsSignInAValueIsPartOfIt()
    {
        const auto line = parse("campaign --offer-url=https://x/?a=b&c=d --name ==");
        QVERIFY(line);
        QCOMPARE(line->value(text("offer-url")), text("https://x/?a=b&c=d"));
        QCOMPARE(line->value(text("name")), text("=="));
    }

    void aValueMayLookLikeAnOptionOrANumberBelowZero()
    {
        const auto line = parse("settings set offset -3 --name --json");
        QVERIFY(line);
        QCOMPARE(line->words().last(), text("-3"));
        QCOMPARE(line->value(text("name")), text("--json"));
        QVERIFY(!line->has(text("json")));
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QString>("named");
        QTest::newRow("twice") << QByteArray("serve --port 1 --port 2") << text("--port");
        QTest::newRow("a switch twice") << QByteArray("serve --json --json") << text("--json");
    }

    void mistakesAreNamed()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QString, named);
        const auto line = parse(typed.constData());
        QVERIFY(!line);
        QCOMPARE(line.error().kind, Failure::Kind::BadUsage);
        QVERIFY(line.error().detail.contains(named));
    }

    void whatIsRequiredMustBeThereAndNotBlank()
    {
        const auto line = parse("campaign --name  --url x");
        QVERIFY(line);
        const auto name = line->required(text("name"));
        QVERIFY(!name);
        QCOMPARE(name.error().kind, Failure::Kind::BadUsage);
        QVERIFY(!line->required(text("network")));
        const auto url = line->required(text("url"));
        QVERIFY(url);
        QCOMPARE(*url, text("x"));
    }

    void unknownOptionsAreNamed()
    {
        const auto line = parse("serve --port 1 --prot 2");
        QVERIFY(line);
        QVERIFY(line->onlyKnown({text("port"), text("prot")}));
        const auto known = line->onlyKnown({text("port")});
        QVERIFY(!known);
        QCOMPARE(known.error().kind, Failure::Kind::BadUsage);
        QVERIFY(known.error().detail.contains(text("--prot")));
    }

    void anOptionWithoutItsValueIsNamedUnlessItIsUnknown()
    {
        const auto line = parse("serve --port");
        QVERIFY(line);
        const auto known = line->onlyKnown({text("port")});
        QVERIFY(!known);
        QCOMPARE(known.error().kind, Failure::Kind::BadUsage);
        QCOMPARE(known.error().detail, text("--port needs a value"));
        const auto unknown = line->onlyKnown({text("bind")});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().detail, text("--port is not an option of this command"));
    }
};

QTEST_APPLESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
