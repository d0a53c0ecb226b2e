// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chainserver.h"
#include "chaintest/chaintest.h"
#include "enginefixture.h"

#include <QSignalSpy>

namespace Matchbook {

/// An engine that listens, a server that plays the redirects, and what it takes to test the chain between the two.
class ChainFixture : public EngineFixture
{
public:
    /// Makes a campaign whose offer link takes this way, and waits until it is served.
    void serve(const QByteArray &path)
    {
        Offer offer;
        offer.name = QStringLiteral("Boots");
        offer.network = network.id;
        offer.url = QString::fromLatin1(server.url(path + "?aff=7&s2={clickid}"));
        Campaign made;
        made.name = QStringLiteral("Winter");
        made.trafficSource = QStringLiteral("generic");
        made.offers = {{taken(catalogue().addOffer(offer)).id, 100}};
        made.costPerClick = {100'000, Currency::usd()};
        const QByteArray link = "/c/" + taken(catalogue().addCampaign(made)).key.toLatin1();
        if (!QTest::qWaitFor([&] { return request(port(), "HEAD", link).status == 302; }))
            qFatal("the campaign is not served");
    }

    /// As wish(), for a postback that the network sends itself.
    ChainTestWish wishToWait() const
    {
        ChainTestWish made = wish();
        made.waitSeconds = 20;
        return made;
    }

    ChainTestWish wish() const
    {
        ChainTestWish made;
        made.databaseFile = DataFolder{folder()}.databaseFile();
        made.network = network.id;
        // Nobody listens on port 1.
        made.localUrl = QStringLiteral("http://127.0.0.1:%1").arg(port() ? port() : 1);
        made.rules.allowedAddresses = taken(AddressList::parse({QStringLiteral("127.0.0.1")}));
        made.rules.hopMs = 3000;
        return made;
    }

    qint64 openTokens()
    {
        return taken(otherConnection().ask(
                             QStringLiteral("SELECT count(*) FROM setting WHERE name LIKE 'test_token/%'")))
                .toLongLong();
    }

    ChainServer server;
};

/// A test of this fixture's chain, to be run to its end.
class RunChainTest : public ChainTest
{
public:
    RunChainTest(ChainFixture &fixture, const ChainTestWish &wish)
        : ChainTest(wish, std::make_shared<const PresetCatalogue>(), fixture.clock)
    { }

    /// True if it ended, once, and said truly whether all passed.
    bool run()
    {
        QSignalSpy spy(this, &ChainTest::finished);
        start();
        return spy.wait(30'000) && spy.size() == 1 && spy.first().first().toBool() == hasPassed();
    }
    /// Does \a what as soon as the test waits for a postback.
    void whenWaiting(const std::function<void()> &what)
    {
        connect(this, &ChainTest::stepChanged, this, [what](const ChainStep &one) {
            if (one.kind == ChainStep::Kind::Postback && one.state == ChainStep::State::Running)
                what();
        });
    }
    const ChainStep &step(ChainStep::Kind kind) const { return steps().at(int(kind)); }
};

} // namespace Matchbook
