// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testsubject.h"

#include "store/clicktable.h"
#include "store/lists.h"
#include "store/testtokens.h"
#include "store/transaction.h"
#include "tracking/clickidsource.h"
#include "vocabulary/clock.h"

#include <algorithm>

namespace Matchbook {

namespace {

/// More postbacks than these come to no network while a test runs.
constexpr int mostPostbacks = 500;

const Offer *offerOf(const Settings &settings, OfferId id)
{
    const auto found = std::find_if(settings.offers.cbegin(), settings.offers.cend(),
                                    [&](const Offer &offer) { return offer.id == id; });
    return found == settings.offers.cend() ? nullptr : &*found;
}

/// The offer of a campaign whose every offer is of \a network: any other might send the test elsewhere.
const Offer *onlyOfferOf(const Settings &settings, const Campaign &campaign, NetworkId network)
{
    const Offer *first = nullptr;
    for (const WeightedOffer &weighted : campaign.offers) {
        const Offer *offer = offerOf(settings, weighted.offer);
        if (!offer || offer->network != network)
            return nullptr;
        if (!first)
            first = offer;
    }
    return first;
}

void chooseLink(const Settings &settings, TestSubject &subject)
{
    for (const Campaign &campaign : settings.campaigns) {
        if (!campaign.archived)
            subject.anyCampaignKey = campaign.key;
    }
    for (auto campaign = settings.campaigns.crbegin(); campaign != settings.campaigns.crend(); ++campaign) {
        const Offer *offer
                = campaign->archived ? nullptr : onlyOfferOf(settings, *campaign, subject.network.id);
        if (!offer)
            continue;
        subject.campaignKey = campaign->key;
        subject.campaignName = campaign->name;
        subject.offer = *offer;
        return;
    }
    for (const Offer &offer : settings.offers) {
        if (offer.network == subject.network.id)
            subject.offer = offer;
    }
}

/// The newest of \a network, or of all if that is invalid; invalid if there is none.
Expected<PostbackId> newestPostback(Database &database, NetworkId network)
{
    RowFilter filter;
    filter.network = network;
    const auto newest = Lists(database).postbacks(filter, 1);
    if (!newest)
        return unexpected(newest.error());
    return newest->isEmpty() ? PostbackId() : newest->first().id;
}

} // namespace

Expected<TestSubject> beginTest(Database &database, const Clock &clock, NetworkId id, qint64 validMs)
{
    const auto settings = Catalogue(database, clock).settings();
    if (!settings)
        return unexpected(settings.error());
    const auto network = std::find_if(settings->networks.cbegin(), settings->networks.cend(),
                                      [&](const AffiliateNetwork &one) { return one.id == id; });
    if (network == settings->networks.cend())
        return unexpected(Failure::Kind::NotFound, QStringLiteral("there is no network %1").arg(id.value));
    TestSubject subject;
    subject.network = *network;
    chooseLink(*settings, subject);
    subject.startedAt = clock.now();
    const auto last = newestPostback(database, id);
    const auto lastOfAll = newestPostback(database, {});
    if (!last || !lastOfAll)
        return unexpected(last ? lastOfAll.error() : last.error());
    subject.lastPostback = *last;
    subject.lastOfAll = *lastOfAll;
    const auto token = openTestToken(database, subject.startedAt, validMs);
    if (!token)
        return unexpected(token.error());
    subject.token = *token;
    return subject;
}

Expected<std::optional<ClickRow>> newestClick(Database &database, const TestSubject &subject)
{
    RowFilter filter;
    filter.network = subject.network.id;
    filter.since = subject.startedAt;
    filter.words = {QStringLiteral("test"), QStringLiteral("visitor")};
    const auto rows = Lists(database).clicks(filter, 50);
    if (!rows)
        return unexpected(rows.error());
    // Visitors come while a test runs; only without a test click is one of them the test's, not recognised.
    for (const ClickRow &row : *rows) {
        if (row.kind == ClickKind::Test)
            return std::optional(row);
    }
    for (const ClickRow &row : *rows) {
        if (row.query.contains(testParameter))
            return std::optional(row);
    }
    return std::optional<ClickRow>();
}

Expected<ClickRow> storeDirectClick(Database &database, const TestSubject &subject, qint64 now)
{
    NewClick click;
    click.clickId = ClickIdSource().next(now);
    click.time = now;
    click.kind = ClickKind::Test;
    click.network = subject.network.id;
    if (subject.offer)
        click.offer = subject.offer->id;
    Transaction transaction(database);
    if (!transaction.begun())
        return unexpected(transaction.begun().error());
    ClickTable clicks(database);
    if (auto done = clicks.insert(click); !done)
        return unexpected(done.error());
    if (auto done = transaction.commit(); !done)
        return unexpected(done.error());
    ClickRow row;
    row.clickId = click.clickId.toString();
    row.time = click.time;
    row.kind = click.kind;
    return row;
}

Expected<QList<PostbackRow>> postbacksSince(Database &database, const TestSubject &subject)
{
    RowFilter filter;
    filter.network = subject.network.id;
    filter.since = subject.startedAt;
    auto rows = Lists(database).postbacks(filter, mostPostbacks);
    if (!rows)
        return rows;
    rows->removeIf([&](const PostbackRow &row) { return row.id <= subject.lastPostback; });
    std::reverse(rows->begin(), rows->end());
    return rows;
}

bool tellsOfNoClick(const PostbackRow &row)
{
    return row.outcome == PostbackOutcome::Unmatched || row.outcome == PostbackOutcome::NotUnderstood
            || row.outcome == PostbackOutcome::Refused || row.cause == PostbackCause::SetupTest;
}

Expected<std::optional<PostbackRow>> strayPostback(Database &database, const TestSubject &subject,
                                                   const QString &clickId)
{
    RowFilter filter;
    filter.since = subject.startedAt;
    const auto rows = Lists(database).postbacks(filter, mostPostbacks);
    if (!rows)
        return unexpected(rows.error());
    for (const PostbackRow &row : *rows) {
        const bool isElsewhere = row.id > subject.lastOfAll && row.networkId != subject.network.id;
        if (isElsewhere && (tellsOfNoClick(row) || row.clickId == clickId))
            return std::optional(row);
    }
    return std::optional<PostbackRow>();
}

} // namespace Matchbook
