// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/storefixture.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Matchbook;

class tst_Catalogue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_store = std::make_unique<StoreFixture>(); }

    void aNetworkComesBackAsItWasStored()
    {
        AffiliateNetwork network;
        network.name = QStringLiteral("  Über & Söhne  ");
        network.preset = QStringLiteral("generic");
        network.repeatPolicy = RepeatPolicy::AddAmounts;
        network.decimalMark = DecimalMark::Comma;
        network.defaultCurrency = *Currency::fromCode(u"EUR");
        network.defaultStatus = ConversionStatus::Pending;
        network.subIdParameter = QStringLiteral("aff_sub");
        network.answerText = QStringLiteral("<ok/>");
        network.allowedSenders = {QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8::1")};
        network.mapping.fields[FieldMeaning::Payout]
                = {QStringLiteral("commission"), QStringLiteral("prämie")};
        network.mapping.statusWords.insert(QStringLiteral("bestätigt"), ConversionStatus::Approved);
        network.mapping.defaultEvent = QStringLiteral("lead");
        network.mapping.url.setQuery(1, QStringLiteral("cid=#s2#&betrag=<ü>"));
        network.mapping.url.constants.insert(QStringLiteral("ü"), QStringLiteral("7 & 8"));
        const AffiliateNetwork stored = taken(m_store->catalogue().addNetwork(network));
        QCOMPARE(stored.name, QStringLiteral("Über & Söhne"));
        QCOMPARE(stored.createdAt, m_store->clock.now());
        QCOMPARE(taken(m_store->catalogue().networks()).last(), stored);

        AffiliateNetwork changed = stored;
        changed.name = QStringLiteral("Renamed");
        changed.allowedSenders.clear();
        taken(m_store->catalogue().updateNetwork(changed));
        QCOMPARE(taken(m_store->catalogue().networks()).last(), changed);
    }

    void aMappingThatMakesNoSenseIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("meaning") << QByteArray(R"({"fields":{"price":["p"]}})") << "price";
        QTest::newRow("no names") << QByteArray(R"({"fields":{"payout":[]}})") << "payout";
        QTest::newRow("an empty name") << QByteArray(R"({"fields":{"payout":["p",""]}})") << "payout";
        QTest::newRow("status") << QByteArray(R"({"statusWords":{"ok":"wonderful"}})") << "wonderful";
    }
    void aMappingThatMakesNoSenseIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        const auto mapping = mappingFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!mapping);
        QCOMPARE(mapping.error().kind, Failure::Kind::BadInput);
        QVERIFY2(mapping.error().detail.contains(named), qPrintable(mapping.error().detail));
    }

    void anOfferComesBackAsItWasStored()
    {
        Offer offer;
        offer.name = QStringLiteral("Boots");
        offer.network = m_store->network.id;
        offer.url = QStringLiteral("https://shop.example/#s2#/?a={clickid}&b={sub1}");
        const Offer stored = taken(m_store->catalogue().addOffer(offer));
        QVERIFY(!stored.defaultPayout.currency.isValid());
        QCOMPARE(taken(m_store->catalogue().offers()).last(), stored);

        Offer changed = stored;
        changed.defaultPayout = {1'234'567, *Currency::fromCode(u"JPY")};
        taken(m_store->catalogue().updateOffer(changed));
        QCOMPARE(taken(m_store->catalogue().offers()).last(), changed);
    }

    void aCampaignComesBackWithItsOffersInOrder()
    {
        const Offer second = m_store->addOffer(QStringLiteral("Socks"), m_store->network);
        Campaign campaign = m_store->campaign;
        campaign.offers = {{second.id, 70}, {m_store->offer.id, 30}};
        campaign.archived = true;
        campaign.costPerClick = {50'000, *Currency::fromCode(u"GBP")};
        taken(m_store->catalogue().updateCampaign(campaign));
        QCOMPARE(taken(m_store->catalogue().campaigns()).first(), campaign);
    }

    void keysAreLongEnoughAndNeverTheSame()
    {
        QSet<QString> keys;
        for (int i = 0; i < 50; ++i) {
            keys << m_store->addNetwork(QStringLiteral("N")).key;
            keys << m_store->addCampaign(QStringLiteral("C"), m_store->offer).key;
        }
        QCOMPARE(keys.size(), 100);
        QCOMPARE(m_store->network.key.size(), 16);
        QCOMPARE(m_store->campaign.key.size(), 8);
    }

    void everyChangeRaisesTheVersion()
    {
        Catalogue catalogue = m_store->catalogue();
        qint64 version = taken(catalogue.settingsVersion());
        const auto hasGrown = [&] {
            const qint64 before = std::exchange(version, taken(catalogue.settingsVersion()));
            return version > before;
        };
        m_store->addNetwork(QStringLiteral("N"));
        QVERIFY(hasGrown());
        taken(catalogue.updateNetwork(m_store->network));
        QVERIFY(hasGrown());
        m_store->addOffer(QStringLiteral("O"), m_store->network);
        QVERIFY(hasGrown());
        taken(catalogue.updateOffer(m_store->offer));
        QVERIFY(hasGrown());
        m_store->addCampaign(QStringLiteral("C"), m_store->offer);
        QVERIFY(hasGrown());
        taken(catalogue.updateCampaign(m_store->campaign));
        QVERIFY(hasGrown());
        QVERIFY(!hasGrown());
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("url");
        QTest::newRow("no name") << QString() << QStringLiteral("https://shop.example");
        QTest::newRow("blank name") << QStringLiteral(" \t ") << QStringLiteral("https://shop.example");
        QTest::newRow("endless name") << QString(201, u'n') << QStringLiteral("https://shop.example");
        QTest::newRow("no URL") << QStringLiteral("O") << QString();
        QTest::newRow("not the web") << QStringLiteral("O") << QStringLiteral("javascript:alert(1)");
        QTest::newRow("a file") << QStringLiteral("O") << QStringLiteral("file:///etc/passwd");
        QTest::newRow("no host") << QStringLiteral("O") << QStringLiteral("https://");
        QTest::newRow("endless URL") << QStringLiteral("O")
                                     << QStringLiteral("https://") + QString(4000, u'a');
    }

    void whatMakesNoSenseIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, url);
        Offer offer = m_store->offer;
        offer.name = name;
        offer.url = url;
        const qint64 before = m_store->number(QStringLiteral("SELECT count(*) FROM offer"));
        const auto added = m_store->catalogue().addOffer(offer);
        QVERIFY(!added);
        QCOMPARE(added.error().kind, Failure::Kind::BadUsage);
        QVERIFY(!added.error().detail.isEmpty());
        const auto updated = m_store->catalogue().updateOffer(offer);
        QVERIFY(!updated);
        QCOMPARE(updated.error().kind, Failure::Kind::BadUsage);
        QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM offer")), before);
    }

    void aCampaignKeepsAnOffer()
    {
        Campaign empty = m_store->campaign;
        empty.offers.clear();
        const auto added = m_store->catalogue().addCampaign(empty);
        QVERIFY(!added);
        QCOMPARE(added.error().kind, Failure::Kind::BadUsage);
        const auto updated = m_store->catalogue().updateCampaign(empty);
        QVERIFY(!updated);
        QCOMPARE(updated.error().kind, Failure::Kind::BadUsage);
        QCOMPARE(taken(m_store->catalogue().campaigns()), QList<Campaign>{m_store->campaign});
    }

    void whatDoesNotExistCannotBeNamed()
    {
        Offer orphan = m_store->offer;
        orphan.network = {4711};
        const auto added = m_store->catalogue().addOffer(orphan);
        QVERIFY(!added);
        QCOMPARE(added.error().kind, Failure::Kind::BadUsage);

        Campaign wrong = m_store->campaign;
        wrong.offers = {{{4711}, 100}};
        const auto withWrongOffer = m_store->catalogue().addCampaign(wrong);
        QVERIFY(!withWrongOffer);
        QCOMPARE(withWrongOffer.error().kind, Failure::Kind::BadUsage);
        QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM campaign")), 1);

        AffiliateNetwork stranger = m_store->network;
        stranger.id = {4711};
        const auto updated = m_store->catalogue().updateNetwork(stranger);
        QVERIFY(!updated);
        QCOMPARE(updated.error().kind, Failure::Kind::NotFound);
    }

private:
    std::unique_ptr<StoreFixture> m_store;
};

QTEST_GUILESS_MAIN(tst_Catalogue)
#include "tst_catalogue.moc"
