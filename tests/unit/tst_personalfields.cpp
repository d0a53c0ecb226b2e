// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/protocols/digests.h"
#include "networks/protocols/personalfields.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Matchbook;

namespace {

const PersonalFields names{{"customer", "buyer_*", "*.useragent", "*street*"},
                           {"*email"},
                           {"*phone"},
                           {"passthrough"},
                           {"key", "sign*"}};

QByteArray cleaned(const QByteArray &raw, BuyerData buyer = BuyerData::Left)
{
    return withoutBuyer(raw, names, buyer);
}

QByteArray hash(const char *text)
{
    return digestHex(Digest::Sha256, text);
}

} // namespace

class tst_PersonalFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsPersonalIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("kept");
        const auto row = [](const char *name, const QByteArray &raw, const QByteArray &kept) {
            QTest::newRow(name) << raw << kept;
        };
        row("nothing personal", "a=1&b=%41+x&&c", "a=1&b=%41+x&&c");
        row("by name", "a=1&customer=Jane", "a=1");
        row("by its beginning", "buyer_name=Jane&a=1&buyerx=2", "a=1&buyerx=2");
        row("by what is in the name", "a=1&ship_street_2=S", "a=1");
        row("in another case", "Buyer_Name=Jane&a=1", "a=1");
        row("inside another", "customer[address][city]=X&a=1&Customer.name=Y", "a=1");
        row("an e-mail address", "user_email=j%40example.com&a=1", "a=1");
        row("one where none belongs", "note=ask+j.doe%40example.com+now&a=1", "note=ask%20%20now&a=1");
        row("one in a name", "j%40example.com=1&a=2", "=1&a=2");
        row("one encoded twice", "next=x%3Fe%3Dj%2540example.com%26b%3D1", "next=x%3Fe%3D%26b%3D1");
        row("a query in a field", "passthrough=cid%3D5%26first_name%3DJane%26email%3Dj%2540e.com",
            "passthrough=cid%3D5");
        row("secrets", "key=S&signature=T&a=1", "a=1");
        row("a name that nobody gives", QByteArray(300, 'n') + "=1&a=2", "a=2");
        row("multipart",
            "--x\r\nContent-Disposition: form-data; name=\"buyer_a\"\r\n\r\nJane\r\n--x\r\n"
            "Content-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n",
            "a=1");
        row("no form", "hello j@example.com!", "hello ");
        row("JSON", R"({"a":1,"customer":{"name":"Jane","address":{"city":"X"}},"key":"S"})", R"({"a":1})");
        row("JSON, deeper", R"({"a":[{"UserAgent":"X","b":2.5},{"c":"d@e.com"}]})",
            R"({"a":[{"b":2.5},{"c":""}]})");
        row("JSON, a list of them", R"({"customer":["Jane","Joe"],"a":null})", R"({"a":null})");
        row("JSON, a query as an object", R"({"passthrough":{"cid":"5","lastName":"Doe"}})",
            R"({"passthrough":{"cid":"5"}})");
        row("JSON, too deep", R"({"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":"Jane"}}}}}}}}},"b":1})",
            R"({"b":1})");
        row("JSON, not whole", R"({"customer":"Jane")", R"({"customer":"Jane")");
    }
    void whatIsPersonalIsLeftOut()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, kept);
        QCOMPARE(cleaned(raw), kept);
    }

    void whereAllowedAddressAndNumberAreHashed()
    {
        QCOMPARE(cleaned("email=+Jane.Doe%40Example.com+&a=1&customer[phone]=%2B49+(170)+12&buyer_name=Jane",
                         BuyerData::Hashed),
                 "email=" + hash("jane.doe@example.com") + "&a=1&customer%5Bphone%5D=" + hash("4917012"));
        const QByteArray json = R"({"customer":{"email":"J@E.com","name":"Jane","phone":"0049 17012"}})";
        const QString hashed = QStringLiteral(R"({"customer":{"email":"%1","phone":"%2"}})");
        QCOMPARE(QString::fromUtf8(cleaned(json, BuyerData::Hashed)),
                 hashed.arg(QString::fromLatin1(hash("j@e.com")), QString::fromLatin1(hash("4917012"))));
        QCOMPARE(cleaned("email=&phone=none&a=1&x=j%40e.com", BuyerData::Hashed), QByteArray("a=1&x="));
    }

    void whereEverythingIsAllowedOnlySecretsGo()
    {
        QCOMPARE(cleaned("email=j%40e.com&buyer_name=Jane&key=S&passthrough=e%3D1", BuyerData::Clear),
                 QByteArray("email=j%40e.com&buyer_name=Jane&passthrough=e%3D1"));
        QCOMPARE(cleaned(R"({"customer":{"name":"Jane","n":1},"key":"S","phone":49170})", BuyerData::Clear),
                 QByteArray(R"({"customer":{"n":1,"name":"Jane"},"phone":49170})"));
    }

    void hashesAreThoseThatPlatformsTake()
    {
        QCOMPARE(hashedEmail("  JANE@example.COM\n"), hash("jane@example.com"));
        QCOMPARE(hashedEmail("jane"), QByteArray());
        QCOMPARE(hashedPhone("+1 (555) 010-0"), hash("15550100"));
        QCOMPARE(hashedPhone("001 555"), hash("1555"));
        QCOMPARE(hashedPhone("-"), QByteArray());
    }

    void moreFieldsThanCanBeLookedThroughAreNotKept()
    {
        const QByteArray raw = QByteArray("a=1&").repeated(300) + "buyer_name=Jane";
        QVERIFY(!cleaned(raw).contains("Jane"));
    }

    void hugeInputTakesBoundedTime()
    {
        QElapsedTimer timer;
        timer.start();
        const qsizetype much = 10 * 1024 * 1024;
        cleaned(QByteArray(much / 2, '.') + '=' + QByteArray(much / 2, '@'));
        cleaned("x=" + QByteArray("%40").repeated(much / 3));
        cleaned("[" + QByteArray(much, '[') + "]=1");
        cleaned("{" + QByteArray(R"("email":"a@b",)").repeated(much / 14) + R"("a":1})");
        QVERIFY(timer.elapsed() < 30000);
    }
};

QTEST_APPLESS_MAIN(tst_PersonalFields)
#include "tst_personalfields.moc"
