// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chaintest/ownlink.h"
#include "command.h"
#include "engine/datafolder.h"
#include "networks/effectivepreset.h"
#include "networks/presetcatalogue.h"
#include "networks/trafficsourcepreset.h"
#include "networks/urltemplate.h"
#include "openstore.h"
#include "vocabulary/clock.h"

#include <QJsonArray>

#include <algorithm>

namespace Matchbook {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// An amount with its currency, both or neither.
Expected<Money> moneyOf(const CommandLine &line, const QString &option, const QString &currencyCode)
{
    if (!line.has(option))
        return Money{};
    const auto micros = microsFromDecimal(line.value(option));
    if (!micros || *micros < 0)
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("--%1 takes an amount such as 12.50").arg(option));
    const auto currency = Currency::fromCode(currencyCode);
    if (!currency)
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("\"%1\" is not a currency code such as USD").arg(currencyCode));
    return Money{*micros, *currency};
}

/// The traffic source that --source names, the generic one without it.
Expected<QString> sourceOf(const CommandLine &line)
{
    const QString id = line.value(text("source"), text("generic"));
    const QList<TrafficSourcePreset> sources = trafficSourcePresets();
    const bool isKnown = std::any_of(sources.cbegin(), sources.cend(),
                                     [&](const TrafficSourcePreset &one) { return one.id == id; });
    if (!isKnown)
        return unexpected(
                Failure::Kind::BadUsage,
                QStringLiteral("there is no traffic source \"%1\"; see: matchbook campaign sources").arg(id));
    return id;
}

Expected<Campaign> storeCampaign(Catalogue &catalogue, const CommandLine &line)
{
    const auto name = line.required(text("name"));
    const auto url = line.required(text("offer-url"));
    const auto networkText = line.required(text("network"));
    for (const auto *given : {&name, &url, &networkText}) {
        if (!*given)
            return unexpected(given->error());
    }
    if (isOwnTrackingLink(*url, ownBasesOf(line)))
        return unexpected(
                Failure::Kind::BadUsage,
                text("--offer-url is a tracking link of your own: visitors would go in a circle. Give the link "
                     "that the network gives you"));
    const auto networks = catalogue.networks();
    if (!networks)
        return unexpected(networks.error());
    const auto network = std::find_if(networks->cbegin(), networks->cend(), [&](const AffiliateNetwork &one) {
        return QString::number(one.id.value) == *networkText;
    });
    if (network == networks->cend())
        return unexpected(
                Failure::Kind::BadUsage,
                QStringLiteral("there is no network %1; see: matchbook network list").arg(*networkText));
    const QString currency = line.value(text("currency"), network->defaultCurrency.code());
    const auto payout = moneyOf(line, text("payout"), currency);
    if (!payout)
        return unexpected(payout.error());
    const auto cost = moneyOf(line, text("cost-per-click"), line.value(text("cost-currency"), currency));
    if (!cost)
        return unexpected(cost.error());
    const auto source = sourceOf(line);
    if (!source)
        return unexpected(source.error());
    Offer offer;
    offer.name = line.value(text("offer-name"), *name);
    offer.network = network->id;
    offer.url = *url;
    offer.defaultPayout = *payout;
    const auto storedOffer = catalogue.addOffer(offer);
    if (!storedOffer)
        return unexpected(storedOffer.error());
    Campaign campaign;
    campaign.name = *name;
    campaign.trafficSource = *source;
    campaign.offers = {WeightedOffer{storedOffer->id, 100}};
    campaign.costPerClick = *cost;
    return catalogue.addCampaign(campaign);
}

QJsonObject campaignJson(const Campaign &campaign, const QString &baseUrl)
{
    QString link = baseUrl + text("/c/") + campaign.key;
    static const QList<TrafficSourcePreset> sources = trafficSourcePresets();
    for (const TrafficSourcePreset &source : sources) {
        if (source.id == campaign.trafficSource)
            link = trackingLinkFor(link, source);
    }
    return {{text("id"), campaign.id.value}, {text("key"), campaign.key}, {text("tracking_link"), link}};
}

/// Why the network will not get our click ID; empty if it will.
QString clickIdTrouble(const CommandLine &line, Catalogue &catalogue)
{
    if (line.value(text("offer-url")).contains(text("{clickid}")))
        return {};
    const auto networks = catalogue.networks();
    if (!networks)
        return {};
    const PresetCatalogue presets(DataFolder{dataFolderOf(line)}.networksFolder());
    for (const AffiliateNetwork &network : *networks) {
        const bool isIt = QString::number(network.id.value) == line.value(text("network"));
        const NetworkPreset preset = effectivePreset(network, presets);
        if (isIt && network.subIdParameter.isEmpty() && preset.subIdParameter.isEmpty()
            && !preset.offerLink.clickIdInPath)
            return QStringLiteral(
                           "It is not known which parameter of %1's links carries a click ID, so none is added and "
                           "its sales find no click: put {clickid} into --offer-url.")
                    .arg(network.name);
    }
    return {};
}

Expected<int> addCampaign(const CommandLine &line)
{
    auto database = openForWriting(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    Catalogue catalogue(**database, clock);
    const auto campaign = storeCampaign(catalogue, line);
    if (!campaign)
        return unexpected(campaign.error());
    QJsonObject json = campaignJson(*campaign, baseUrlOf(line));
    const QStringList unknown = unknownTokens(line.value(text("offer-url")));
    QStringList warnings;
    for (const QString &token : unknown)
        warnings << QStringLiteral("Matchbook has no value for %1: it is left out of the offer URL.")
                            .arg(token);
    if (const QString trouble = clickIdTrouble(line, catalogue); !trouble.isEmpty())
        warnings << trouble;
    if (!warnings.isEmpty())
        json.insert(text("warnings"), QJsonArray::fromStringList(warnings));
    for (const QString &warning : std::as_const(warnings))
        QTextStream(stderr) << "matchbook: " << warning << Qt::endl;
    if (line.has(text("json")))
        printJson(json);
    else
        standardOutput() << "Campaign " << campaign->id.value << ": " << campaign->name
                         << "\nTracking link: " << json[text("tracking_link")].toString() << Qt::endl;
    return 0;
}

Expected<int> listCampaigns(const CommandLine &line)
{
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    const auto settings = Catalogue(**database, clock).settings();
    if (!settings)
        return unexpected(settings.error());
    QJsonArray rows;
    for (const Campaign &campaign : settings->campaigns) {
        QJsonObject row = campaignJson(campaign, baseUrlOf(line));
        row.insert(text("name"), campaign.name);
        QJsonArray offers;
        for (const WeightedOffer &weighted : campaign.offers) {
            const auto offer = std::find_if(settings->offers.cbegin(), settings->offers.cend(),
                                            [&](const Offer &one) { return one.id == weighted.offer; });
            if (offer == settings->offers.cend())
                continue;
            const bool paid = offer->defaultPayout.currency.isValid();
            offers << QJsonObject{{text("name"), offer->name},
                                  {text("network"), offer->network.value},
                                  {text("url"), offer->url},
                                  {text("weight"), weighted.weight},
                                  {text("payout"),
                                   paid ? QJsonValue(offer->defaultPayout.toDecimal()) : QJsonValue()},
                                  {text("currency"),
                                   paid ? QJsonValue(offer->defaultPayout.currency.code()) : QJsonValue()}};
        }
        row.insert(text("offers"), offers);
        row.insert(text("archived"), campaign.archived);
        rows << row;
    }
    printRows(rows, {text("id"), text("name"), text("key"), text("tracking_link")}, line.has(text("json")));
    return 0;
}

} // namespace

QList<Command> campaignCommands()
{
    return {
            {{text("campaign"), text("add")},
             text("--name N --network ID --offer-url URL [--payout 12.50 --currency USD]\n"
                  "      [--offer-name N] [--cost-per-click 0.05 --cost-currency USD] [--source ID]"),
             text("add a campaign with one offer and print its tracking link"),
             {text("name"), text("network"), text("offer-url"), text("payout"), text("currency"),
              text("offer-name"), text("cost-per-click"), text("cost-currency"), text("source")},
             addCampaign},
            {{text("campaign"), text("list")}, {}, text("list the campaigns"), {}, listCampaigns},
    };
}

} // namespace Matchbook
