// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Fills a data folder with as many clicks and conversions as a benchmark needs, by the way that real ones take:
//   seedstore FOLDER CLICKS CONVERSIONS DAYS [FILE FOR CLICK IDS]

#include "engine/datafolder.h"
#include "networks/presetcatalogue.h"
#include "store/batchwriter.h"
#include "store/catalogue.h"
#include "store/migrations.h"
#include "vocabulary/clock.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QTextStream>

using namespace Matchbook;

namespace {

constexpr int campaignCount = 50;
constexpr qsizetype batchSize = 2000;
constexpr qsizetype idsWanted = 200'000;

struct Plan {
    qint64 clicks = 0;
    qint64 conversions = 0;
    qint64 spanMs = 0;
};

NewClick clickAt(qint64 time, const QList<Campaign> &campaigns, NetworkId network, QRandomGenerator &random)
{
    // Skewed, as life is: the first campaigns get most of the traffic.
    const double draw = random.generateDouble();
    const Campaign &campaign = campaigns.at(int(draw * draw * campaignCount));
    NewClick click;
    click.clickId = ClickId::make(time, random.generate64() >> 14);
    click.time = time;
    click.campaign = campaign.id;
    click.offer = campaign.offers.first().offer;
    click.network = network;
    click.costMicros = 50'000;
    click.costCurrency = Currency::usd();
    click.subIds[0] = QStringLiteral("ad%1").arg(random.bounded(100));
    click.query = "sub1=" + click.subIds[0].toLatin1()
            + "&externalid=" + QByteArray::number(random.generate64(), 36);
    click.address = QStringLiteral("203.0.113.0");
    click.userAgent = QStringLiteral("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/%1")
                              .arg(random.bounded(100, 140));
    return click;
}

RawPostback postbackFor(const NewClick &click, const QByteArray &key, qint64 number)
{
    RawPostback raw;
    raw.key = key;
    raw.request.method = "GET";
    raw.request.path = "/postback/" + key.left(4) + "...";
    raw.request.query = "clickid=" + click.clickId.bytes().toByteArray() + "&payout=12.50&txid=S"
            + QByteArray::number(number);
    raw.request.sender = "198.51.100.24";
    raw.request.arrivedAt = click.time + 600'000;
    return raw;
}

Expected<QList<Campaign>> addCampaigns(Catalogue &catalogue, const AffiliateNetwork &network)
{
    QList<Campaign> campaigns;
    for (int i = 0; i < campaignCount; ++i) {
        Offer offer;
        offer.name = QStringLiteral("Offer %1").arg(i);
        offer.network = network.id;
        offer.url = QStringLiteral("https://offer.example/%1?s2={clickid}").arg(i);
        const auto stored = catalogue.addOffer(offer);
        if (!stored)
            return unexpected(stored.error());
        Campaign campaign;
        campaign.name = QStringLiteral("Campaign %1").arg(i);
        campaign.offers = {WeightedOffer{stored->id, 100}};
        campaign.costPerClick = {50'000, Currency::usd()};
        const auto added = catalogue.addCampaign(campaign);
        if (!added)
            return unexpected(added.error());
        campaigns << *added;
    }
    return campaigns;
}

Expected<void> fill(Database &database, const Plan &plan, QFile &ids)
{
    const SystemClock clock;
    Catalogue catalogue(database, clock);
    AffiliateNetwork wanted;
    wanted.name = QStringLiteral("Bench network");
    wanted.preset = QStringLiteral("generic");
    const auto network = catalogue.addNetwork(wanted);
    if (!network)
        return unexpected(network.error());
    const auto campaigns = addCampaigns(catalogue, *network);
    if (!campaigns)
        return unexpected(campaigns.error());
    BatchWriter batches(database, std::make_shared<const PresetCatalogue>());
    batches.setNetworks({*network});
    QRandomGenerator random(1);
    const qint64 start = clock.now() - plan.spanMs;
    const qint64 idEvery = std::max<qint64>(1, plan.clicks / idsWanted);
    const qint64 conversionEvery
            = plan.conversions > 0 ? std::max<qint64>(1, plan.clicks / plan.conversions) : 0;
    std::vector<WriteJob> jobs;
    for (qint64 i = 0; i < plan.clicks; ++i) {
        const NewClick click
                = clickAt(start + plan.spanMs * i / plan.clicks, *campaigns, network->id, random);
        if (i % idEvery == 0)
            ids.write(click.clickId.bytes().toByteArray() + '\n');
        jobs.push_back({click, {}, nullptr});
        if (conversionEvery > 0 && i % conversionEvery == 0)
            jobs.push_back({postbackFor(click, network->key.toLatin1(), i), {}, nullptr});
        if (jobs.size() >= size_t(batchSize) || i + 1 == plan.clicks) {
            if (auto written = batches.write(jobs); !written)
                return unexpected(written.error());
            jobs.clear();
        }
    }
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QTextStream err(stderr);
    if (arguments.size() < 5) {
        err << "seedstore FOLDER CLICKS CONVERSIONS DAYS [FILE FOR CLICK IDS]\n";
        return 2;
    }
    const DataFolder folder{arguments.at(1)};
    const Plan plan{arguments.at(2).toLongLong(), arguments.at(3).toLongLong(),
                    arguments.at(4).toLongLong() * 86'400'000};
    QFile ids(arguments.value(5, QStringLiteral("/dev/null")));
    if (!folder.prepare() || !ids.open(QIODevice::WriteOnly)) {
        err << "cannot write there\n";
        return 1;
    }
    auto database = Database::open(folder.databaseFile(), Database::Access::ReadWrite);
    if (!database || !migrate(**database)) {
        err << "cannot open the store\n";
        return 1;
    }
    // Only for this: a store that a power cut spoils is simply made again.
    (void)(*database)->execute(QStringLiteral("PRAGMA synchronous = OFF"));
    if (const auto filled = fill(**database, plan, ids); !filled) {
        err << filled.error().detail << '\n';
        return 1;
    }
    return 0;
}
