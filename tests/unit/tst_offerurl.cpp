// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/offerurl.h"

#include <QTest>

using namespace Matchbook;

class tst_OfferUrl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void flawsAreFound_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<OfferUrlFlaw>("flaw");
        const auto row = [](const QString &url, OfferUrlFlaw flaw) {
            QTest::newRow(qPrintable(url.left(40))) << url << flaw;
        };
        const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
        using F = OfferUrlFlaw;
        row(text("https://shop.example/?c={campaign}&s={clickid}"), F::None);
        row(text("HTTP://127.0.0.1:8080"), F::None);
        row(text("https://bücher.example/größe?{unknown}"), F::None);
        row(text("ftp://shop.example/"), F::NotWeb);
        row(text("{sub1}://shop.example/"), F::NotWeb);
        row(text(""), F::NotWeb);
        row(text("https://"), F::NoHost);
        row(text("https:///path"), F::NoHost);
        row(text("https://?a=b"), F::NoHost);
        row(text("https://{sub1}/"), F::TokenInHost);
        row(text("https://{sub1}.shop.example"), F::TokenInHost);
        row(text("https://shop.example:{sub1}/"), F::TokenInHost);
        row(text("https://shop.example{sub1}"), F::TokenInHost);
        row(text("https://{sub1}@shop.example/"), F::TokenInHost);
        row(text("https://%7Bsub1%7D.example/"), F::TokenInHost);
        row(text("https://shop.example/a b"), F::Space);
        row(text(" https://shop.example/"), F::NotWeb);
        row(text("https://shop.example/\u00a0"), F::Space);
        row(text("https://shop.example/\r\nSet-Cookie:x"), F::ControlCharacter);
        row(text("https://shop.example/\n"), F::ControlCharacter);
        row(text("https://shop.example/\t"), F::ControlCharacter);
        row(text("https://shop.example/\x7f"), F::ControlCharacter);
        row(text("https://shop.example/") + QString(4000, u'x'), F::TooLong);
    }
    void flawsAreFound()
    {
        QFETCH(QString, url);
        QFETCH(OfferUrlFlaw, flaw);
        QCOMPARE(offerUrlFlaw(url), flaw);
        const auto checked = checkOfferUrl(url);
        QCOMPARE(checked.has_value(), flaw == OfferUrlFlaw::None);
        if (!checked)
            QVERIFY(checked.error().detail.startsWith(QStringLiteral("the offer URL ")));
    }
};

QTEST_APPLESS_MAIN(tst_OfferUrl)
#include "tst_offerurl.moc"
