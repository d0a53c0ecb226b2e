// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracker.h"

#include "bottest.h"
#include "networks/formdecoding.h"
#include "networks/urltemplate.h"
#include "store/writer.h"

#include <QHostAddress>
#include <QRandomGenerator>

namespace Matchbook {

namespace {

/// Longer user agents and referrers are somebody's joke; the raw query is never cut.
constexpr qsizetype longestHeaderKept = 512;
constexpr qsizetype shownKeyLength = 4;

QString headerText(const ReceivedRequest &request, QByteArrayView name)
{
    return displayText(request.header(name).left(longestHeaderKept));
}

const RedirectTarget *chooseTarget(const CampaignPlan &plan)
{
    if (plan.targets.size() == 1 || plan.totalWeight == 0)
        return plan.targetFor(0);
    return plan.targetFor(int(QRandomGenerator::global()->bounded(plan.totalWeight)));
}

NewClick clickFrom(const ReceivedRequest &request, const CampaignPlan &plan, const RedirectTarget &target,
                   ClickId clickId, bool keepFullAddress)
{
    NewClick click;
    click.clickId = clickId;
    click.time = request.arrivedAt;
    click.kind = clickKindOf(request);
    click.campaign = plan.id;
    click.offer = target.offer;
    click.network = target.network;
    // Bots and probes cost nothing: no traffic source charges for them.
    click.costMicros = click.kind == ClickKind::Visitor ? plan.costPerClick.micros : 0;
    click.costCurrency = plan.costPerClick.currency;
    SourceReading reading = readArrival(request.query, plan.source);
    click.externalId = std::move(reading.externalId);
    click.subIds = std::move(reading.subIds);
    click.query = request.query;
    click.address = keepFullAddress ? QString::fromLatin1(request.sender) : networkPartOf(request.sender);
    click.userAgent = headerText(request, "user-agent");
    click.referrer = headerText(request, "referer");
    return click;
}

RawPostback rawPostback(const ReceivedRequest &request, const QByteArray &networkKey, bool pixel)
{
    RawPostback raw;
    raw.request = request;
    raw.key = networkKey;
    raw.pixel = pixel;
    // Only its first characters may be seen: the key is a secret, and lists, files and pictures get about.
    if (networkKey.size() > shownKeyLength)
        raw.request.path.replace(networkKey, QByteArray(networkKey.left(shownKeyLength) + "..."));
    return raw;
}

PostbackReply replyFor(const WriteReceipt &receipt)
{
    if (receipt.result != WriteReceipt::Result::Stored)
        return {PostbackReply::Kind::Busy, {}};
    if (receipt.postback.cause == PostbackCause::UnknownKey
        || receipt.postback.cause == PostbackCause::ExpiredKey)
        return {PostbackReply::Kind::UnknownKey, {}};
    // Whoever sends it again when it was not taken does so when the secret is there.
    if (receipt.postback.cause == PostbackCause::SecretMissing)
        return {PostbackReply::Kind::Busy, {}};
    if (receipt.postback.outcome == PostbackOutcome::Refused)
        return {PostbackReply::Kind::Refused, {}};
    return {PostbackReply::Kind::Accepted, receipt.postback.answerText};
}

} // namespace

Tracker::Tracker(Writer &writer, const SnapshotShelf &snapshots, QObject *parent)
    : QObject(parent), m_writer(writer), m_snapshots(snapshots)
{ }

void Tracker::receiveClick(const QByteArray &campaignKey, const ReceivedRequest &request,
                           std::function<void(const ClickReply &)> answer)
{
    const auto snapshot = m_snapshots.take();
    const auto plan = snapshot->campaigns.constFind(campaignKey);
    if (plan == snapshot->campaigns.constEnd())
        return answer({ClickReply::Kind::UnknownKey, {}});
    const RedirectTarget *target = chooseTarget(*plan);
    if (!target)
        return answer({ClickReply::Kind::NoOffer, {}});
    NewClick click = clickFrom(request, *plan, *target, m_clickIds.next(request.arrivedAt),
                               snapshot->keepFullAddresses);
    const QByteArray location = offerUrlFor(target->url, target->subIdParameter,
                                            {click.clickId, click.subIds, click.externalId, plan->name});
    // Whatever became of the row, the visitor has been paid for: the redirect goes out.
    const bool posted = m_writer.post({std::move(click),
                                       [answer, location](const WriteReceipt &) {
                                           answer({ClickReply::Kind::Redirect, location});
                                       },
                                       this});
    if (!posted)
        answer({ClickReply::Kind::Busy, {}});
}

void Tracker::receivePostback(const QByteArray &networkKey, bool pixel, const ReceivedRequest &request,
                              std::function<void(const PostbackReply &)> answer)
{
    const bool posted
            = m_writer.post({rawPostback(request, networkKey, pixel),
                             [answer](const WriteReceipt &receipt) { answer(replyFor(receipt)); }, this});
    if (!posted)
        answer({PostbackReply::Kind::Busy, {}});
}

void Tracker::receiveRefused(const QByteArray &networkKey, bool pixel, const ReceivedRequest &request,
                             int status)
{
    RawPostback raw = rawPostback(request, networkKey, pixel);
    raw.refusedWith = status;
    (void)m_writer.post({std::move(raw), [](const WriteReceipt &) {}, this});
}

QString networkPartOf(const QByteArray &address)
{
    const qsizetype lastDot = address.lastIndexOf('.');
    if (lastDot > 0 && !address.contains(':'))
        return QString::fromLatin1(address.left(lastDot + 1)) + QLatin1Char('0');
    const QHostAddress parsed(QString::fromLatin1(address));
    bool isMapped = false;
    const quint32 mapped = parsed.toIPv4Address(&isMapped);
    if (isMapped)
        return QHostAddress(mapped & ~quint32(0xff)).toString();
    if (parsed.protocol() != QAbstractSocket::IPv6Protocol)
        return {};
    Q_IPV6ADDR bytes = parsed.toIPv6Address();
    for (int i = 6; i < 16; ++i)
        bytes[i] = 0;
    return QHostAddress(bytes).toString();
}

} // namespace Matchbook
