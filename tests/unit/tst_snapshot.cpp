// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracking/snapshot.h"

#include <QTest>

#include <thread>

using namespace Matchbook;

namespace {

Settings someSettings()
{
    AffiliateNetwork plain;
    plain.id = {1};
    plain.preset = QStringLiteral("generic");
    AffiliateNetwork own = plain;
    own.id = {2};
    own.subIdParameter = QStringLiteral("tid");
    Offer shoes;
    shoes.id = {10};
    shoes.network = {1};
    shoes.url = QStringLiteral("https://shoes.example/");
    Offer boots = shoes;
    boots.id = {11};
    boots.network = {2};
    Campaign campaign;
    campaign.id = {100};
    campaign.name = QStringLiteral("Autumn");
    campaign.key = QStringLiteral("autumn00");
    campaign.trafficSource = QStringLiteral("generic");
    campaign.offers = {{{10}, 30}, {{11}, 70}};
    campaign.costPerClick = {250'000, Currency::usd()};
    return {{plain, own}, {shoes, boots}, {campaign}, {}};
}

std::shared_ptr<const Snapshot> snapshotOf(const Settings &settings)
{
    return makeSnapshot(settings, PresetCatalogue(), trafficSourcePresets(), false);
}

} // namespace

class tst_Snapshot : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCampaignIsFoundByItsKeyWithAllItNeeds()
    {
        const auto snapshot = snapshotOf(someSettings());
        QCOMPARE(snapshot->campaigns.size(), 1);
        const CampaignPlan plan = snapshot->campaigns.value("autumn00");
        QCOMPARE(plan.id, CampaignId{100});
        QCOMPARE(plan.name, QStringLiteral("Autumn"));
        QCOMPARE(plan.source.id, QStringLiteral("generic"));
        QCOMPARE(plan.costPerClick.micros, 250'000);
        QCOMPARE(plan.totalWeight, 100);
        QCOMPARE(plan.targets.size(), 2);
        QCOMPARE(plan.targets.at(0).subIdParameter, QStringLiteral("subid"));
        QCOMPARE(plan.targets.at(1).subIdParameter, QStringLiteral("tid"));
        QCOMPARE(plan.targets.at(1).network, NetworkId{2});
    }

    void visitorsAreSharedOutByWeight()
    {
        const CampaignPlan plan = snapshotOf(someSettings())->campaigns.value("autumn00");
        int first = 0;
        for (int draw = 0; draw < plan.totalWeight; ++draw)
            first += plan.targetFor(draw)->offer == OfferId{10} ? 1 : 0;
        QCOMPARE(first, 30);
    }

    void weightsOfNothingLeadToTheFirst()
    {
        Settings settings = someSettings();
        settings.campaigns[0].offers = {{{11}, 0}, {{10}, -5}};
        const CampaignPlan plan = snapshotOf(settings)->campaigns.value("autumn00");
        QCOMPARE(plan.totalWeight, 0);
        QCOMPARE(plan.targetFor(0)->offer, OfferId{11});
    }

    void anOfferWithoutWeightIsNeverChosen()
    {
        Settings settings = someSettings();
        settings.campaigns[0].offers = {{{10}, 0}, {{11}, 5}};
        const CampaignPlan plan = snapshotOf(settings)->campaigns.value("autumn00");
        for (int draw = 0; draw < plan.totalWeight; ++draw)
            QCOMPARE(plan.targetFor(draw)->offer, OfferId{11});
    }

    void archivedCampaignsAreStillServed()
    {
        Settings settings = someSettings();
        settings.campaigns[0].archived = true;
        QVERIFY(snapshotOf(settings)->campaigns.contains("autumn00"));
    }

    void anOfferThatIsGoneIsLeftOut()
    {
        Settings settings = someSettings();
        settings.offers.removeFirst();
        const CampaignPlan plan = snapshotOf(settings)->campaigns.value("autumn00");
        QCOMPARE(plan.targets.size(), 1);
        settings.offers.clear();
        const CampaignPlan empty = snapshotOf(settings)->campaigns.value("autumn00");
        QVERIFY(!empty.targetFor(0));
    }

    void anUnknownTrafficSourceIsReadAsAnyOther()
    {
        Settings settings = someSettings();
        settings.campaigns[0].trafficSource = QStringLiteral("a source of a later version");
        QCOMPARE(snapshotOf(settings)->campaigns.value("autumn00").source.id, QStringLiteral("generic"));
    }

    void theShelfIsNeverEmptyAndKeepsWhatIsBeingRead()
    {
        SnapshotShelf shelf;
        QVERIFY(shelf.take());
        QVERIFY(shelf.take()->campaigns.isEmpty());
        shelf.put(snapshotOf(someSettings()));
        const auto reading = shelf.take();
        std::thread([&shelf] { shelf.put(snapshotOf({})); }).join();
        QCOMPARE(reading->campaigns.size(), 1);
        QVERIFY(shelf.take()->campaigns.isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_Snapshot)
#include "tst_snapshot.moc"
