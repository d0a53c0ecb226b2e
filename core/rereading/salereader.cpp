// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "salereader.h"

#include "networks/postbackfields.h"
#include "plannedsales.h"
#include "store/cataloguerows.h"

#include <algorithm>

namespace Matchbook {

namespace {

/// What conversions know of a click that is not stored any more.
MatchedClick clickOf(const Conversion &conversion, const ClickId &id)
{
    MatchedClick click;
    click.clickId = id;
    click.time = conversion.clickTime;
    click.network = conversion.network;
    click.campaign = conversion.campaign;
    click.offer = conversion.offer;
    click.costMicros = conversion.costMicros;
    click.externalId = conversion.externalId;
    click.subIds = conversion.subIds;
    click.isTest = conversion.status == ConversionStatus::Test;
    return click;
}

Judgement judgementFrom(const Statement &row)
{
    Judgement judgement;
    judgement.outcome = PostbackOutcome(row.number(13));
    judgement.conversion = {row.number(14)};
    judgement.cause = causeFromWord(row.text(15));
    judgement.detail = row.text(16);
    judgement.clickId = row.text(17);
    judgement.transactionId = row.text(18);
    if (!row.isNull(19))
        judgement.payout = Money{row.number(19), Currency::fromCode(row.text(20)).value_or(Currency())};
    judgement.match = MatchKind(row.number(21));
    return judgement;
}

/// Where no amount was sent, the offer's default stood in, as it was on that day. What has changed since must not change it.
void keepBookedDefault(const RawPostback &raw, const Judgement &before, AskedQuestion &asked)
{
    if (asked.question.reading.payoutMicros || before.outcome != PostbackOutcome::Matched
        || !before.conversion.isValid() || !before.payout || before.match == MatchKind::Kept)
        return;
    if (!PostbackFields(raw.request).hasAmount(before.payout->micros))
        asked.bookedDefault = before.payout;
}

} // namespace

SaleReader::SaleReader(Database &database, std::shared_ptr<const PresetCatalogue> presets)
    : m_database(database), m_presets(std::move(presets)), m_clicks(database), m_conversions(database),
      m_postback(database, "rereading_postback"), m_conversion(database, "rereading_conversion"),
      m_postbacksOf(database, "rereading_postbacks_of")
{ }

Expected<void> SaleReader::prepare(const OpeningSettings *opening)
{
    if (auto looked = m_conversions.settlement().look(); !looked)
        return looked;
    Statement networks(m_database, "network_list");
    if (auto done = networks.run(); !done)
        return done;
    while (networks.next()) {
        const AffiliateNetwork network = networkFrom(networks);
        m_networks.insert(network.id.value,
                          judgedNetwork(network, *m_presets, opening ? *opening : OpeningSettings()));
    }
    Statement offers(m_database, "offer_list");
    if (auto done = offers.run(); !done)
        return done;
    while (offers.next()) {
        const Offer offer = offerFrom(offers);
        m_offers.insert(offer.id.value, offer);
    }
    return {};
}

void SaleReader::readEvenRefused(const QList<PostbackId> &ids)
{
    for (const PostbackId id : ids)
        m_evenRefused.insert(id.value);
}

Expected<RelatedSales> SaleReader::read(const QList<qint64> &ids, const std::function<bool(qint64)> &told)
{
    m_asked.clear();
    RelatedSales sales;
    sales.postbacks.reserve(size_t(ids.size()));
    QList<qint64> waiting;
    QSet<qint64> seen;
    qint64 count = 0;
    for (const qint64 chosen : ids) {
        waiting << chosen;
        while (!waiting.isEmpty()) {
            const qint64 id = waiting.takeLast();
            if (seen.contains(id))
                continue;
            seen.insert(id);
            auto found = postback(id);
            if (!found)
                return unexpected(found.error());
            if (!*found)
                continue;
            if (auto added = addConversions(**found, sales, waiting); !added)
                return unexpected(added.error());
            sales.postbacks.push_back(**std::move(found));
        }
        if (told && !told(++count))
            return unexpected(Failure::Kind::Cancelled);
    }
    const auto earlier = [](const StoredPostback &a, const StoredPostback &b) { return a.id < b.id; };
    if (!std::is_sorted(sales.postbacks.cbegin(), sales.postbacks.cend(), earlier))
        std::sort(sales.postbacks.begin(), sales.postbacks.end(), earlier);
    if (auto answered = answerClicks(sales); !answered)
        return unexpected(answered.error());
    return sales;
}

Expected<std::optional<StoredPostback>> SaleReader::postback(qint64 id)
{
    if (auto done = m_postback.run(id); !done)
        return unexpected(done.error());
    if (!m_postback.next()) {
        if (const auto failure = m_postback.failure())
            return unexpected(*failure);
        return std::optional<StoredPostback>();
    }
    const RawPostback raw = waitingPostbackFrom(m_postback).raw;
    StoredPostback stored;
    stored.id = {id};
    stored.before = judgementFrom(m_postback);
    const auto by = m_networks.constFind(m_postback.number(2));
    if (by != m_networks.cend()) {
        stored.by = &*by;
        const bool decided = !m_postback.isNull(22);
        const bool isBroken = stored.before.cause == PostbackCause::RefusedRequest;
        stored.refused = isBroken
                || (!decided && stored.before.cause == PostbackCause::SenderNotAllowed
                    && !m_evenRefused.contains(id));
        stored.asked = questionOf(raw, *by);
        stored.raw = stored.asked.opened.value_or(raw);
        keepBookedDefault(raw, stored.before, stored.asked);
        decide(stored, decided, m_postback.text(23));
    }
    m_postback.finish();
    return std::optional(std::move(stored));
}

void SaleReader::decide(StoredPostback &postback, bool decided, const QString &clickId) const
{
    if (!decided)
        return;
    postback.asked.named = ClickId::parse(clickId.toLatin1());
    postback.asked.question.match = postback.asked.named ? MatchKind::Attached : MatchKind::Kept;
}

Expected<void> SaleReader::addConversions(const StoredPostback &postback, RelatedSales &sales,
                                          QList<qint64> &waiting)
{
    if (postback.before.conversion.isValid()
        && !sales.conversions.contains(postback.before.conversion.value)) {
        const auto own = conversion(postback.before.conversion.value);
        if (!own)
            return unexpected(own.error());
        if (*own) {
            if (auto added = addConversion(**own, sales, waiting); !added)
                return added;
        }
    }
    if (!postback.by)
        return {};
    const NetworkId network = postback.by->network.id;
    const QString &transaction = postback.asked.question.reading.transactionId;
    QList<Conversion> joined;
    if (!transaction.isEmpty()) {
        auto found = m_conversions.byTransaction(network, transaction);
        if (!found)
            return unexpected(found.error());
        joined = *std::move(found);
        addPlanned(PlannedSales::keyOfTransaction(network, transaction), waiting);
    }
    const QString click = postback.asked.named ? postback.asked.named->toString() : QString();
    if (!click.isEmpty() && !sales.clicks.contains({network.value, click})) {
        sales.clicks.insert({network.value, click});
        auto found = m_conversions.byClick(network, click);
        if (!found)
            return unexpected(found.error());
        joined += *found;
        addPlanned(PlannedSales::keyOfClick(network, click), waiting);
    }
    for (const Conversion &conversion : std::as_const(joined)) {
        if (auto added = addConversion(conversion, sales, waiting); !added)
            return added;
    }
    return {};
}

void SaleReader::addPlanned(size_t key, QList<qint64> &waiting)
{
    if (!m_planned || m_asked.contains(key))
        return;
    m_asked.insert(key);
    waiting += m_planned->postbacks(key);
}

Expected<void> SaleReader::addConversion(const Conversion &conversion, RelatedSales &sales,
                                         QList<qint64> &waiting)
{
    const qint64 id = conversion.id.value;
    if (sales.conversions.contains(id))
        return {};
    sales.conversions.insert(id, conversion);
    addPlanned(PlannedSales::keyOfConversion(conversion.id), waiting);
    if (auto done = m_postbacksOf.run(id); !done)
        return done;
    while (m_postbacksOf.next()) {
        waiting << m_postbacksOf.number(0);
        sales.explained.insert(id);
    }
    if (const auto failure = m_postbacksOf.failure())
        return unexpected(*failure);
    return {};
}

Expected<std::optional<Conversion>> SaleReader::conversion(qint64 id)
{
    if (auto done = m_conversion.run(id); !done)
        return unexpected(done.error());
    std::optional<Conversion> found;
    if (m_conversion.next())
        found = conversionFrom(m_conversion);
    if (const auto failure = m_conversion.failure())
        return unexpected(*failure);
    m_conversion.finish();
    return found;
}

Expected<void> SaleReader::answerClicks(RelatedSales &sales)
{
    QHash<QString, const Conversion *> byClick;
    for (const Conversion &conversion : std::as_const(sales.conversions)) {
        if (!conversion.clickId.isEmpty())
            byClick.insert(QString::number(conversion.network.value) + conversion.clickId, &conversion);
    }
    for (StoredPostback &postback : sales.postbacks) {
        if (auto told = m_clicks.answerPiece(postback.asked); !told)
            return told;
        if (!postback.asked.named)
            continue;
        auto found = click(postback, byClick);
        if (!found)
            return unexpected(found.error());
        std::optional<MatchedClick> answer = *std::move(found);
        if (answer && postback.asked.bookedDefault)
            answer->offerPayout = *postback.asked.bookedDefault;
        answerClick(postback.asked, std::move(answer));
    }
    return {};
}

Expected<std::optional<MatchedClick>> SaleReader::click(const StoredPostback &postback,
                                                        const QHash<QString, const Conversion *> &byClick)
{
    auto stored = m_clicks.find(*postback.asked.named);
    if (!stored)
        return stored;
    if (*stored) {
        if (postback.by)
            (*stored)->networkName = m_networks.value((*stored)->network.value).network.name;
        return stored;
    }
    // Conversions outlive clicks, and know all that is needed of them.
    const Conversion *known = postback.by
            ? byClick.value(QString::number(postback.by->network.id.value) + postback.asked.named->toString())
            : nullptr;
    if (!known)
        return stored;
    MatchedClick click = clickOf(*known, *postback.asked.named);
    click.offerPayout = m_offers.value(click.offer.value).defaultPayout;
    return std::optional<MatchedClick>(std::move(click));
}

} // namespace Matchbook
