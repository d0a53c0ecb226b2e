// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/campaign.h"
#include "vocabulary/expected.h"
#include "vocabulary/offer.h"

#include <QByteArray>
#include <QList>
#include <QObject>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Matchbook {

class Engine;

/// Everything a person has set up, as a page read it last.
struct CatalogueContents {
    QList<AffiliateNetwork> networks;
    QList<Offer> offers;
    QList<Campaign> campaigns;

    const AffiliateNetwork *network(NetworkId id) const;
    const Offer *offer(OfferId id) const;
    const Campaign *campaign(CampaignId id) const;
};

/// What a dialog may do to the catalogue: a value without an ID is added, one with an ID replaces what is there; of a network
/// only what differs from how it was \a before, so that what was set meanwhile stays. The answer, with the value as it is
/// stored, comes later in the main thread unless the asker has died.
struct CatalogueEdits {
    template<typename T>
    using Save = std::function<void(QObject *asker, const T &value, std::function<void(Expected<T>)> answer)>;

    std::function<void(QObject *asker, const AffiliateNetwork &before, const AffiliateNetwork &after,
                       std::function<void(Expected<AffiliateNetwork>)> answer)>
            saveNetwork;
    Save<Offer> saveOffer;
    Save<Campaign> saveCampaign;
    /// Lets the person set up a network in a dialog in front of \a window; nothing if none was added.
    std::function<std::optional<AffiliateNetwork>(QWidget *window)> addNetwork = {};
    QList<QByteArray> ownBases = {}; ///< what tracking links of this installation begin with
};

/// Edits that go through \a engine, which must outlive them.
CatalogueEdits catalogueEdits(Engine &engine);

/// Reads the whole catalogue. The answer comes later in the main thread unless \a asker has died.
void askCatalogue(Engine &engine, QObject *asker, std::function<void(Expected<CatalogueContents>)> answer);

} // namespace Matchbook
