// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/datafolder.h"
#include "engine/engine.h"
#include "requests.h"
#include "stillclock.h"
#include "store/lists.h"
#include "store/storecheck.h"
#include "taken.h"

#include <QTemporaryDir>
#include <QTest>

namespace Matchbook {

/// A whole engine that listens on a free port, in a data folder of its own, with a network and a campaign that another
/// process's connection has made.
class EngineFixture
{
public:
    EngineFixture() : engine(folder(), clock)
    {
        taken(engine.start());
        taken(engine.listen(QStringLiteral("127.0.0.1"), 0));
        m_other = taken(Database::open(DataFolder{folder()}.databaseFile(), Database::Access::ReadWrite));
        AffiliateNetwork made;
        made.name = QStringLiteral("Northway");
        made.preset = QStringLiteral("generic");
        network = taken(catalogue().addNetwork(made));
        campaign = addCampaign(QStringLiteral("Autumn"));
        const QByteArray probe = "/c/" + campaign.key.toLatin1();
        if (!QTest::qWaitFor([&] { return request(port(), "HEAD", probe).status == 302; }))
            qFatal("the campaign is not served");
    }

    QString folder() const { return m_folder.path(); }
    quint16 port() const { return portOf(engine.state().address); }
    Catalogue catalogue() { return Catalogue(*m_other, clock); }
    Database &otherConnection() { return *m_other; }

    Campaign addCampaign(const QString &name)
    {
        Offer offer;
        offer.name = QStringLiteral("Trail shoes");
        offer.network = network.id;
        offer.url = QStringLiteral("https://shop.example/?s={clickid}");
        offer.defaultPayout = {12'000'000, Currency::usd()};
        Campaign made;
        made.name = name;
        made.trafficSource = QStringLiteral("generic");
        made.offers = {{taken(catalogue().addOffer(offer)).id, 100}};
        return taken(catalogue().addCampaign(made));
    }

    /// Opens the tracking link. The click's ID; empty if there was no redirect.
    QByteArray click(const QByteArray &query = {})
    {
        const PlainAnswer answer
                = get(port(), "/c/" + campaign.key.toLatin1() + (query.isEmpty() ? "" : "?") + query);
        return answer.status == 302 ? clickIdOf(answer) : QByteArray();
    }
    /// Calls the postback URL. The status of the answer.
    int postback(const QByteArray &query)
    {
        return get(port(), "/postback/" + network.key.toLatin1() + '?' + query).status;
    }

    QList<ClickRow> clicks() { return taken(Lists(*m_other).clicks({}, 10'000)); }
    QList<ConversionRow> conversions() { return taken(Lists(*m_other).conversions({}, 10'000)); }
    QList<PostbackRow> postbacks() { return taken(Lists(*m_other).postbacks({}, 10'000)); }
    QStringList problems() { return taken(checkStore(*m_other)).problems; }

    StillClock clock;

private:
    QTemporaryDir m_folder;

public:
    Engine engine;
    AffiliateNetwork network;
    Campaign campaign;

private:
    std::unique_ptr<Database> m_other;
};

} // namespace Matchbook
