// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/campaign.h"
#include "vocabulary/expected.h"
#include "vocabulary/offer.h"

#include <QList>

namespace Matchbook {

class Clock;
class Database;

/// Everything a person has set up.
struct Settings {
    QList<AffiliateNetwork> networks;
    QList<Offer> offers;
    QList<Campaign> campaigns;
    QList<RetiredKey> retiredKeys;
};

/// Networks, offers and campaigns: what the person sets up. Every change bumps the settings version, which tells
/// other processes to load again. Uses the connection it was given, in that connection's thread.
/// Failures: BadUsage (empty name, no such network), AlreadyExists, NotFound and the Store kinds.
class Catalogue
{
public:
    Catalogue(Database &database, const Clock &clock) : m_database(database), m_clock(clock) { }

    /// Stores \a network with a new ID, key and time of creation and returns it so. Name and preset must be set.
    Expected<AffiliateNetwork> addNetwork(AffiliateNetwork network);
    /// The key stays as it is stored: rotateKey() changes it.
    Expected<void> updateNetwork(const AffiliateNetwork &network);
    /// Stores \a offer with a new ID. Name, network and URL (http or https) must be set.
    Expected<Offer> addOffer(Offer offer);
    Expected<void> updateOffer(const Offer &offer);
    /// Stores \a campaign with a new ID and key. Name and at least one offer must be set.
    Expected<Campaign> addCampaign(Campaign campaign);
    /// Name and at least one offer must be set here, too: without an offer the tracking link would lead nowhere.
    Expected<void> updateCampaign(const Campaign &campaign);

    Expected<QList<AffiliateNetwork>> networks();
    Expected<QList<Offer>> offers();
    Expected<QList<Campaign>> campaigns();

    /// Gives the network a new key and returns it so. The one of before works for \a keepMs more milliseconds, and is known
    /// after that; 0 ends it at once. Fails with BadUsage for a negative time, NotFound.
    Expected<AffiliateNetwork> rotateKey(NetworkId id, qint64 keepMs);
    /// Every key of before, those that run out first at the beginning.
    Expected<QList<RetiredKey>> retiredKeys();

    /// All of it at once.
    Expected<Settings> settings();

    /// Grows with every change of the above by any process.
    Expected<qint64> settingsVersion();

private:
    Expected<void> bumpVersion();
    Expected<void> storeOffers(const Campaign &campaign);

    Database &m_database;
    const Clock &m_clock;
};

} // namespace Matchbook
