// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stillclock.h"
#include "store/batchwriter.h"
#include "store/catalogue.h"
#include "store/database.h"
#include "store/lists.h"
#include "store/migrations.h"
#include "store/storecheck.h"
#include "taken.h"

#include <QTemporaryDir>

namespace Matchbook {

/// A migrated store in a folder of its own, with one network, offer and campaign in it, and what it takes to write clicks
/// and postbacks of them.
class StoreFixture
{
public:
    StoreFixture()
        : m_database(taken(Database::open(file(), Database::Access::ReadWrite))),
          m_presets(std::make_shared<const PresetCatalogue>())
    {
        taken(migrate(*m_database));
        network = addNetwork(QStringLiteral("Northway"));
        offer = addOffer(QStringLiteral("Trail shoes"), network);
        campaign = addCampaign(QStringLiteral("Autumn"), offer);
        m_writer = std::make_unique<BatchWriter>(*m_database, m_presets);
        learnNetworks();
    }

    QString file() const { return m_folder.filePath(QStringLiteral("matchbook.sqlite")); }
    QString inFolder(const QString &name) const { return m_folder.filePath(name); }
    Database &database() { return *m_database; }
    BatchWriter &writer() { return *m_writer; }
    std::shared_ptr<const PresetCatalogue> presets() const { return m_presets; }
    Catalogue catalogue() { return Catalogue(*m_database, clock); }

    AffiliateNetwork addNetwork(const QString &name)
    {
        AffiliateNetwork made;
        made.name = name;
        made.preset = QStringLiteral("generic");
        return taken(catalogue().addNetwork(made));
    }
    Offer addOffer(const QString &name, const AffiliateNetwork &of)
    {
        Offer made;
        made.name = name;
        made.network = of.id;
        made.url = QStringLiteral("https://shop.example/?s={clickid}");
        made.defaultPayout = {12'000'000, Currency::usd()};
        return taken(catalogue().addOffer(made));
    }
    Campaign addCampaign(const QString &name, const Offer &with)
    {
        Campaign made;
        made.name = name;
        made.trafficSource = QStringLiteral("generic");
        made.offers = {{with.id, 100}};
        made.costPerClick = {250'000, Currency::usd()};
        return taken(catalogue().addCampaign(made));
    }
    /// The writer judges by the networks as they are stored now.
    void learnNetworks() { m_writer->setNetworks(taken(catalogue().networks())); }

    /// A visitor's click of the usual campaign, now, not stored yet.
    NewClick newClick()
    {
        NewClick click;
        click.clickId = ClickId::make(clock.now(), ++m_made);
        click.time = clock.now();
        click.campaign = campaign.id;
        click.offer = offer.id;
        click.network = network.id;
        click.costMicros = 250'000;
        click.costCurrency = Currency::usd();
        return click;
    }
    /// A postback of the usual network, now, not stored yet.
    RawPostback newPostback(const QByteArray &query) const
    {
        RawPostback raw;
        raw.key = network.key.toLatin1();
        raw.request.method = "GET";
        raw.request.path = "/postback/" + raw.key;
        raw.request.query = query;
        raw.request.sender = "198.51.100.7";
        raw.request.arrivedAt = clock.now();
        return raw;
    }

    /// What has come in is entered in the stored sums, as after some thousand conversions.
    void settle() { taken(m_writer->settle()); }

    WriteReceipt write(const std::variant<NewClick, RawPostback> &work)
    {
        return taken(m_writer->write({WriteJob{work, {}, nullptr}})).front();
    }
    /// Stores a click and returns its ID as a postback would send it.
    QByteArray click()
    {
        const NewClick made = newClick();
        write(made);
        return made.clickId.bytes().toByteArray();
    }
    WriteReceipt postback(const QByteArray &query) { return write(newPostback(query)); }

    QList<ClickRow> clicks() { return taken(Lists(*m_database).clicks({}, 100'000)); }
    QList<ConversionRow> conversions() { return taken(Lists(*m_database).conversions({}, 100'000)); }
    QList<PostbackRow> postbacks() { return taken(Lists(*m_database).postbacks({}, 100'000)); }
    /// What `matchbook check` would complain about.
    QStringList problems() { return taken(checkStore(*m_database)).problems; }
    qint64 number(const QString &sql) { return taken(m_database->ask(sql)).toLongLong(); }

    StillClock clock;
    AffiliateNetwork network;
    Offer offer;
    Campaign campaign;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::shared_ptr<const PresetCatalogue> m_presets;
    std::unique_ptr<BatchWriter> m_writer;
    quint64 m_made = 0;
};

} // namespace Matchbook
