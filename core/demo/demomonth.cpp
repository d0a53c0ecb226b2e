// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demomonth.h"

#include "networks/presetcatalogue.h"
#include "store/batchwriter.h"
#include "store/catalogue.h"
#include "vocabulary/money.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace Matchbook {

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;
/// How the day's traffic is spread over its hours, in parts of a hundred.
constexpr int hourShares[24] = {3, 2, 2, 1, 1, 2, 3, 4, 5, 5, 5, 4, 5, 5, 4, 4, 4, 5, 6, 7, 7, 6, 6, 4};

struct Moment {
    qint64 time = 0;
    WriteJob job;
};

qint64 microsOf(const QJsonValue &text)
{
    const auto micros = microsFromDecimal(text.toString());
    return micros ? *micros : 0;
}

/// Everything a postback of the demo says.
struct DemoPostback {
    QByteArray networkKey;
    QString clickId;
    QString transaction;
    QString payout;
    QString status;
    qint64 time = 0;
};

Moment momentOf(const DemoPostback &postback)
{
    QString query
            = QStringLiteral("clickid=%1&payout=%2&currency=USD").arg(postback.clickId, postback.payout);
    if (!postback.transaction.isEmpty())
        query += QStringLiteral("&txid=") + postback.transaction;
    if (!postback.status.isEmpty())
        query += QStringLiteral("&status=") + postback.status;
    RawPostback raw;
    raw.key = postback.networkKey;
    raw.request.method = "GET";
    raw.request.path = "/postback/" + postback.networkKey.left(4) + "...";
    raw.request.query = query.toLatin1();
    raw.request.sender = "198.51.100.24";
    raw.request.arrivedAt = postback.time;
    raw.request.headers = {{"user-agent", "demo network"}};
    return {postback.time, {raw, {}, nullptr}};
}

/// Makes one campaign's month.
class CampaignMonth
{
public:
    CampaignMonth(const DemoCampaign &plan, const Campaign &campaign, const Offer &offer,
                  const AffiliateNetwork &network, QRandomGenerator &random)
        : m_plan(plan), m_campaign(campaign), m_offer(offer), m_network(network), m_random(random)
    { }

    void addTo(QList<Moment> &moments, qint64 now, int days)
    {
        for (int day = days - 1; day >= 0; --day) {
            // Weekends are weaker, and the campaigns grow a little over the month.
            const double wave = 1.0 + 0.25 * std::sin(double(day) * 0.9) + 0.01 * double(days - day);
            const int clicks = int(double(m_plan.clicksPerDay) * wave);
            for (int i = 0; i < clicks; ++i)
                addClick(moments, now - day * dayMs - timeInDay(), now);
        }
    }

private:
    qint64 timeInDay()
    {
        int draw = m_random.bounded(100);
        int hour = 0;
        while (hour < 23 && draw >= hourShares[hour])
            draw -= hourShares[hour++];
        return dayMs - hour * hourMs - m_random.bounded(int(hourMs)) - 1;
    }

    bool happens(double chance) { return m_random.generateDouble() < chance; }

    void addClick(QList<Moment> &moments, qint64 time, qint64 now)
    {
        static const char *const agents[] = {
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile Safari/604.1",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36",
                "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36"};
        NewClick click;
        click.clickId = ClickId::make(time, m_random.generate64() >> 14);
        click.time = time;
        click.kind = happens(0.02) ? ClickKind::Bot : ClickKind::Visitor;
        click.campaign = m_campaign.id;
        click.offer = m_offer.id;
        click.network = m_network.id;
        click.costMicros = click.kind == ClickKind::Visitor ? m_plan.costMicros : 0;
        click.costCurrency = m_campaign.costPerClick.currency;
        click.externalId = QStringLiteral("x%1").arg(m_random.generate(), 8, 16, QLatin1Char('0'));
        click.subIds[0] = m_plan.source;
        click.subIds[1] = QStringLiteral("ad%1").arg(m_random.bounded(1, 6));
        click.query = QStringLiteral("externalid=%1&sub1=%2&sub2=%3")
                              .arg(click.externalId, click.subIds[0], click.subIds[1])
                              .toLatin1();
        click.address = QStringLiteral("203.0.113.0");
        click.userAgent = QLatin1StringView(agents[m_random.bounded(3)]);
        moments << Moment{time, {click, {}, nullptr}};
        if (click.kind == ClickKind::Visitor && happens(m_plan.rate))
            addConversion(moments, click, now);
    }

    void addConversion(QList<Moment> &moments, const NewClick &click, qint64 now)
    {
        DemoPostback postback;
        postback.networkKey = m_network.key.toLatin1();
        postback.clickId = click.clickId.toString();
        postback.payout = microsToDecimal(m_plan.payoutMicros);
        if (m_plan.transactions)
            postback.transaction = QStringLiteral("D%1").arg(m_random.bounded(10'000'000, 99'999'999));
        postback.time
                = click.time + 20'000 + qint64(std::pow(m_random.generateDouble(), 3) * 8.0 * double(hourMs));
        if (postback.time > now)
            return;
        const bool held = m_plan.pending > 0;
        postback.status = held ? QStringLiteral("pending") : QString();
        moments << momentOf(postback);
        if (happens(0.03)) {
            DemoPostback again = postback;
            again.time += 7'000;
            moments << momentOf(again);
        }
        if (held && !happens(m_plan.pending))
            addDecision(moments, postback, happens(m_plan.rejected) ? "rejected" : "approved", 2 * dayMs,
                        now);
        else if (happens(m_plan.refunded))
            addDecision(moments, postback, "refunded", 9 * dayMs, now);
        if (happens(0.01))
            addAccident(moments, postback);
    }

    void addDecision(QList<Moment> &moments, DemoPostback postback, const char *status, qint64 within,
                     qint64 now)
    {
        postback.status = QLatin1StringView(status);
        postback.time += hourMs + qint64(m_random.generateDouble() * double(within));
        if (postback.time <= now)
            moments << momentOf(postback);
    }

    /// What goes wrong in life: a macro that was not replaced, an ID cut short, a word nobody knows.
    void addAccident(QList<Moment> &moments, DemoPostback postback)
    {
        postback.time += 60'000;
        postback.transaction.clear();
        switch (m_random.bounded(3)) {
        case 0:
            postback.clickId = QStringLiteral("{aff_sub}");
            break;
        case 1:
            postback.clickId.truncate(16);
            break;
        default:
            postback.status = QStringLiteral("hold_2");
        }
        moments << momentOf(postback);
    }

    const DemoCampaign &m_plan;
    const Campaign &m_campaign;
    const Offer &m_offer;
    const AffiliateNetwork &m_network;
    QRandomGenerator &m_random;
};

Expected<QList<AffiliateNetwork>> addNetworks(Catalogue &catalogue, const DemoPlan &plan)
{
    for (int i = 0; i < plan.networks.size(); ++i) {
        AffiliateNetwork network;
        network.name = plan.networks.at(i);
        network.preset = QStringLiteral("generic");
        network.subIdParameter = plan.subIdParameters.at(i);
        if (auto added = catalogue.addNetwork(network); !added)
            return unexpected(added.error());
    }
    return catalogue.networks();
}

Expected<void> writeMoments(Database &database, QList<Moment> &moments,
                            const QList<AffiliateNetwork> &networks)
{
    std::stable_sort(moments.begin(), moments.end(),
                     [](const Moment &a, const Moment &b) { return a.time < b.time; });
    BatchWriter batches(database, std::make_shared<const PresetCatalogue>());
    batches.setNetworks(networks);
    constexpr qsizetype batch = 2'000;
    for (qsizetype from = 0; from < moments.size(); from += batch) {
        std::vector<WriteJob> jobs;
        for (qsizetype i = from; i < std::min(from + batch, moments.size()); ++i)
            jobs.push_back(moments.at(i).job);
        if (auto written = batches.write(jobs); !written)
            return unexpected(written.error());
    }
    return {};
}

} // namespace

DemoPlan demoPlan()
{
    QFile file(QStringLiteral(":/demo/month.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    DemoPlan plan;
    for (const QJsonValue &network : json[QStringLiteral("networks")].toArray()) {
        plan.networks << network[QStringLiteral("name")].toString();
        plan.subIdParameters << network[QStringLiteral("subid")].toString();
    }
    for (const QJsonValue &value : json[QStringLiteral("campaigns")].toArray()) {
        plan.campaigns << DemoCampaign{
                value[QStringLiteral("name")].toString(),     value[QStringLiteral("network")].toInt(),
                value[QStringLiteral("offer")].toString(),    microsOf(value[QStringLiteral("payout")]),
                value[QStringLiteral("clicks")].toInt(),      value[QStringLiteral("rate")].toDouble(),
                microsOf(value[QStringLiteral("cost")]),      value[QStringLiteral("pending")].toDouble(),
                value[QStringLiteral("rejected")].toDouble(), value[QStringLiteral("refunded")].toDouble(),
                value[QStringLiteral("source")].toString(),   value[QStringLiteral("transactions")].toBool()};
    }
    return plan;
}

Expected<void> fillDemoMonth(Database &database, const Clock &clock, int days)
{
    const DemoPlan plan = demoPlan();
    Catalogue catalogue(database, clock);
    const auto networks = addNetworks(catalogue, plan);
    if (!networks)
        return unexpected(networks.error());
    const qint64 now = clock.now();
    QRandomGenerator random(quint32(now / dayMs));
    QList<Moment> moments;
    for (const DemoCampaign &planned : plan.campaigns) {
        const AffiliateNetwork &network = networks->at(planned.network);
        Offer offer;
        offer.name = planned.offer;
        offer.network = network.id;
        offer.url = QStringLiteral("https://offers.example/%1?src={sub1}").arg(planned.source);
        offer.defaultPayout = {planned.payoutMicros, Currency::usd()};
        const auto storedOffer = catalogue.addOffer(offer);
        if (!storedOffer)
            return unexpected(storedOffer.error());
        Campaign campaign;
        campaign.name = planned.name;
        campaign.trafficSource = QStringLiteral("generic");
        campaign.offers = {WeightedOffer{storedOffer->id, 100}};
        campaign.costPerClick = {planned.costMicros, Currency::usd()};
        const auto storedCampaign = catalogue.addCampaign(campaign);
        if (!storedCampaign)
            return unexpected(storedCampaign.error());
        CampaignMonth(planned, *storedCampaign, *storedOffer, network, random).addTo(moments, now, days);
    }
    return writeMoments(database, moments, *networks);
}

} // namespace Matchbook
