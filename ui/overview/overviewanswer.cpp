// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overviewanswer.h"

#include "engine/secretneed.h"
#include "networks/trafficsourcepreset.h"
#include "store/catalogue.h"
#include "store/lists.h"
#include "store/steadyview.h"
#include "vocabulary/period.h"

#include <QHash>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr int latestShown = 7;
constexpr qint64 dayMs = 24LL * 3600 * 1000;

QList<CampaignFigures> withSources(const Report &report, const QList<Campaign> &campaigns)
{
    QHash<QString, QString> sourceNames;
    const auto presets = trafficSourcePresets();
    for (const TrafficSourcePreset &preset : presets)
        sourceNames.insert(preset.id, namesASource(preset) ? preset.name : QString());
    QHash<qint64, QString> sources;
    for (const Campaign &campaign : campaigns)
        sources.insert(campaign.id.value, sourceNames.value(campaign.trafficSource, campaign.trafficSource));
    QList<CampaignFigures> figures;
    for (const ReportRow &row : report.rows)
        figures += CampaignFigures{CampaignId{row.id()}, row.name(), sources.value(row.id()), row.metrics};
    std::stable_sort(figures.begin(), figures.end(),
                     [](const CampaignFigures &left, const CampaignFigures &right) {
                         return left.metrics.profit() > right.metrics.profit();
                     });
    return figures;
}

Expected<void> readReports(Database &database, const OverviewQuestion &question,
                           const QList<Campaign> &campaigns, OverviewAnswer &answer)
{
    ReportQuestion ask;
    ask.range = question.range;
    ask.currency = question.currency;
    ask.baseCurrency = question.baseCurrency;
    ask.network = question.network;
    auto now = runReport(database, ask);
    if (!now)
        return unexpected(now.error());
    answer.currency = now->currency;
    answer.otherCurrencies = now->otherCurrencies;
    answer.leftOut = now->leftOut;
    answer.now = now->total;
    answer.campaigns = withSources(*now, campaigns);

    ask.currency = now->currency; // the others must not pick another one
    ask.range = rangeBefore(question.range);
    auto earlier = runReport(database, ask);
    if (!earlier)
        return unexpected(earlier.error());
    // A comparison with a period of which something is missing would mislead.
    answer.before = earlier->leftOut.isEmpty() ? earlier->total : Metrics();

    ask.range = question.range;
    ask.by = {ReportDimension::Day};
    auto byDay = runReport(database, ask);
    if (!byDay)
        return unexpected(byDay.error());
    answer.byDay = *std::move(byDay);
    ask.by = {ReportDimension::Network, ReportDimension::Day};
    auto byNetworkDay = runReport(database, ask);
    if (!byNetworkDay)
        return unexpected(byNetworkDay.error());
    answer.byNetworkDay = *std::move(byNetworkDay);
    return {};
}

Expected<void> readLists(Database &database, const OverviewQuestion &question, bool hasCampaign,
                         OverviewAnswer &answer)
{
    Lists lists(database);
    RowFilter filter;
    filter.network = question.network;
    auto latest = lists.conversions(filter, latestShown);
    if (!latest)
        return unexpected(latest.error());
    answer.latest = *std::move(latest);

    const QDate today = QDateTime::fromMSecsSinceEpoch(question.now, question.range.zone).date();
    const qint64 todayStart = dayStartMs(today, question.range.zone);
    auto health
            = withoutSettledAlarms(lists.networkHealth(question.now, todayStart, question.now - 30 * dayMs),
                                   question.secrets ? *question.secrets : Secrets());
    if (!health)
        return unexpected(health.error());
    answer.health = *std::move(health);
    // Only the first of them are shown.
    const auto rank = [](const NetworkHealth &network) {
        return network.alarms.isEmpty() ? 2 : network.alarms.constFirst().isUrgent ? 0 : 1;
    };
    std::stable_sort(answer.health.begin(), answer.health.end(),
                     [rank](const auto &left, const auto &right) { return rank(left) < rank(right); });

    auto click = lists.clicks({}, 1);
    if (!click)
        return unexpected(click.error());
    auto lastPostback = lists.lastPostbackTime();
    if (!lastPostback)
        return unexpected(lastPostback.error());
    auto anyMatch = lists.conversions({}, 1);
    if (!anyMatch)
        return unexpected(anyMatch.error());
    answer.steps = {!answer.health.isEmpty(), hasCampaign, !click->isEmpty(), *lastPostback > 0,
                    !anyMatch->isEmpty()};
    return {};
}

} // namespace

Expected<OverviewAnswer> readOverview(Database &database, const OverviewQuestion &question,
                                      const Clock &clock)
{
    const SteadyView view(database); // figures of one moment
    OverviewAnswer answer;
    answer.range = question.range;
    auto campaigns = Catalogue(database, clock).campaigns();
    if (!campaigns)
        return unexpected(campaigns.error());
    if (auto read = readReports(database, question, *campaigns, answer); !read)
        return unexpected(read.error());
    if (auto read = readLists(database, question, !campaigns->isEmpty(), answer); !read)
        return unexpected(read.error());
    return answer;
}

} // namespace Matchbook
