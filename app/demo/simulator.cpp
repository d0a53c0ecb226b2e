// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator.h"

#include "engine/engine.h"

#include <QNetworkReply>
#include <QRandomGenerator>
#include <QUrl>

namespace Matchbook {

namespace {

constexpr int visitorEveryMs = 400;
constexpr double conversionChance = 0.25;
constexpr int longestWaitMs = 12'000;

QString keyOfPayer(const Settings &settings, const Campaign &campaign)
{
    for (const Offer &offer : settings.offers) {
        if (campaign.offers.isEmpty() || offer.id != campaign.offers.first().offer)
            continue;
        for (const AffiliateNetwork &network : settings.networks) {
            if (network.id == offer.network)
                return network.key;
        }
    }
    return {};
}

} // namespace

Simulator::Simulator(Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    connect(&m_timer, &QTimer::timeout, this, &Simulator::sendVisitor);
}

void Simulator::start()
{
    readSettings();
    m_timer.start(visitorEveryMs);
}

void Simulator::readSettings()
{
    m_engine.edit<Settings>(
            this, [](Catalogue &catalogue) { return catalogue.settings(); },
            [this](const Expected<Settings> &settings) {
                if (!settings)
                    return;
                for (const Campaign &campaign : settings->campaigns)
                    m_keys << qMakePair(campaign.key, keyOfPayer(*settings, campaign));
            });
}

QString Simulator::localUrl(const QString &path) const
{
    return m_engine.state().address + path;
}

void Simulator::sendVisitor()
{
    if (m_keys.isEmpty() || !m_engine.state().listening)
        return;
    auto *random = QRandomGenerator::global();
    const auto [key, networkKey] = m_keys.at(random->bounded(int(m_keys.size())));
    QNetworkRequest request(QUrl(localUrl(QStringLiteral("/c/%1?externalid=live%2&sub1=live&sub2=ad%3")
                                                  .arg(key)
                                                  .arg(random->generate(), 8, 16, QLatin1Char('0'))
                                                  .arg(random->bounded(1, 6)))));
    request.setHeader(
            QNetworkRequest::UserAgentHeader,
            QStringLiteral(
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1"));
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply, payer = networkKey] {
        reply->deleteLater();
        visitorArrived(reply->rawHeader("Location"), payer);
    });
}

void Simulator::visitorArrived(const QByteArray &location, const QString &networkKey)
{
    // The click ID is in the parameter that the network wants; it is the only value of its length.
    const qsizetype end = location.size();
    const qsizetype from = location.lastIndexOf("=m") + 1;
    if (from <= 0 || end - from < 20 || QRandomGenerator::global()->generateDouble() > conversionChance)
        return;
    sendPostback(QString::fromLatin1(location.mid(from, 20)), networkKey);
}

void Simulator::sendPostback(const QString &clickId, const QString &networkKey)
{
    auto *random = QRandomGenerator::global();
    const int wait = random->bounded(500, longestWaitMs);
    const QString payout = QString::number(random->bounded(100, 4000) / 100.0, 'f', 2);
    const QString query = QStringLiteral("clickid=%1&payout=%2&currency=USD&txid=L%3")
                                  .arg(clickId, payout)
                                  .arg(++m_sales);
    switch (random->bounded(12)) {
    case 0:
        return call(networkKey, QStringLiteral("clickid={aff_sub}&payout=%1&currency=USD").arg(payout), wait);
    case 1:
        return call(networkKey,
                    QStringLiteral("clickid=%1&payout=%2&currency=USD").arg(clickId.left(16), payout), wait);
    case 2:
        return call(networkKey,
                    QStringLiteral("clickid=%1&payout=%2&currency=USD").arg(clickId.toUpper(), payout), wait);
    case 3:
        call(networkKey, query, wait);
        return call(networkKey, query, wait + 1500);
    case 4:
        call(networkKey, query + QStringLiteral("&status=pending"), wait);
        return call(networkKey, query + QStringLiteral("&status=approved"), wait + 6000);
    case 5:
        call(networkKey, query, wait);
        return call(networkKey, query + QStringLiteral("&status=refunded"), wait + 9000);
    default:
        return call(networkKey, query, wait);
    }
}

void Simulator::call(const QString &networkKey, const QString &query, int afterMs)
{
    QTimer::singleShot(afterMs, this, [this, networkKey, query] {
        if (!m_engine.state().listening)
            return;
        QNetworkReply *reply = m_network.get(QNetworkRequest(
                QUrl(localUrl(QStringLiteral("/postback/") + networkKey + QLatin1Char('?') + query))));
        connect(reply, &QNetworkReply::finished, reply, &QNetworkReply::deleteLater);
    });
}

} // namespace Matchbook
