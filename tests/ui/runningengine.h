// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "vocabulary/clock.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

/// A whole engine that listens on a free port of 127.0.0.1, in a data folder of its own, and a client that calls it as
/// visitors and networks do.
class RunningEngine
{
public:
    RunningEngine() : m_engine(m_folder.path(), m_clock) { }

    bool start()
    {
        return m_engine.start().has_value() && m_engine.listen(QStringLiteral("127.0.0.1"), 0).has_value();
    }
    Matchbook::Engine &engine() { return m_engine; }
    QString folder() const { return m_folder.path(); }

    /// A network, an offer and a campaign, stored; the campaign leads to the offer.
    bool setUp()
    {
        using namespace Matchbook;
        network.name = QStringLiteral("Northway");
        network.preset = QStringLiteral("generic");
        if (!edit<AffiliateNetwork>([this](Catalogue &c) { return c.addNetwork(network); }, &network))
            return false;
        offer.name = QStringLiteral("Keto Gummies");
        offer.network = network.id;
        offer.url = QStringLiteral("https://offers.example/go?s1={clickid}");
        offer.defaultPayout = {12'000'000, Currency::usd()};
        if (!edit<Offer>([this](Catalogue &c) { return c.addOffer(offer); }, &offer))
            return false;
        campaign.name = QStringLiteral("Keto Nov");
        campaign.trafficSource = QStringLiteral("generic");
        campaign.offers = {{offer.id, 100}};
        campaign.costPerClick = {0, Currency::usd()};
        return edit<Campaign>([this](Catalogue &c) { return c.addCampaign(campaign); }, &campaign);
    }

    /// Runs \a change on the catalogue and waits for it.
    template<typename T>
    bool edit(std::function<Matchbook::Expected<T>(Matchbook::Catalogue &)> change, T *result)
    {
        bool answered = false;
        bool good = false;
        m_engine.edit<T>(&m_engine, std::move(change), [&](Matchbook::Expected<T> answer) {
            answered = true;
            good = answer.has_value();
            if (good)
                *result = *answer;
        });
        return QTest::qWaitFor([&answered] { return answered; }) && good;
    }

    /// Opens the tracking link; the click ID that the redirect carries.
    QString click(const QString &query = {})
    {
        const QString link = m_engine.trackingLink(campaign) + (query.isEmpty() ? QString() : u'?' + query);
        for (int attempt = 0; attempt < 50; ++attempt) {
            const QUrl target = redirectOf(QUrl(link));
            if (target.isValid())
                return QUrlQuery(target).queryItemValue(QStringLiteral("s1"));
            QTest::qWait(20);
        }
        return {};
    }

    /// Where the campaign's link leads as yet; asking is no click of a visitor.
    QUrl leadsTo() { return redirectOf(QUrl(m_engine.trackingLink(campaign)), Asking::Head); }
    bool isServed() { return leadsTo().isValid(); }

    /// Calls the postback URL with \a query; the HTTP status.
    int postback(const QString &query)
    {
        return status(QUrl(m_engine.postbackUrl(network).section(u'?', 0, 0) + u'?' + query));
    }

    Matchbook::AffiliateNetwork network;
    Matchbook::Offer offer;
    Matchbook::Campaign campaign;

private:
    enum class Asking { Get, Head };

    std::unique_ptr<QNetworkReply> get(const QUrl &url, Asking asking = Asking::Get)
    {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setHeader(
                QNetworkRequest::UserAgentHeader,
                QStringLiteral("Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 "
                               "(KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1"));
        std::unique_ptr<QNetworkReply> reply(asking == Asking::Head ? m_network.head(request)
                                                                    : m_network.get(request));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
            return {};
        return reply;
    }
    QUrl redirectOf(const QUrl &url, Asking asking = Asking::Get)
    {
        const auto reply = get(url, asking);
        return reply ? reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl() : QUrl();
    }
    int status(const QUrl &url)
    {
        const auto reply = get(url);
        return reply ? reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
    }

    QTemporaryDir m_folder;
    Matchbook::SystemClock m_clock;
    Matchbook::Engine m_engine;
    QNetworkAccessManager m_network;
};
