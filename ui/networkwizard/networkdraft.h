// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/catalogueedits.h"
#include "networks/postbackurls.h"
#include "networks/presetcatalogue.h"

#include <memory>
#include <optional>

namespace Matchbook {

class Engine;

/// What one run of the wizard makes: a network, an offer and a campaign, each stored once however often the person goes back
/// and forth. Lives in the main thread and never waits; answers come later.
class NetworkDraft : public QObject
{
    Q_OBJECT
public:
    /// Told nothing when all went well. May be called before the asking function returns, where there is nothing to store.
    using Saved = std::function<void(const std::optional<Failure> &)>;

    /// \a engine must outlive it.
    NetworkDraft(Engine &engine, std::shared_ptr<const PresetCatalogue> presets, QObject *parent = nullptr);

    Engine &engine() const { return m_engine; }
    const PresetCatalogue &presets() const { return *m_presets; }
    std::shared_ptr<const PresetCatalogue> sharedPresets() const { return m_presets; }

    /// Goes on with a network that is stored already.
    void takeStored(const AffiliateNetwork &network);
    /// Reads what there is already; loaded() follows, and an empty list of names until then.
    void load();
    /// Names of the other networks.
    QStringList takenNames() const;
    /// \a wanted, or `wanted 2`, … where that is taken.
    QString freeName(const QString &wanted) const;

    /// Stores the network with everything its preset knows. Again for the same preset: only its name changes; for another
    /// preset: the same network, made anew. Fails with BadUsage for a preset whose conversions cannot be received.
    void storeChoice(const QString &presetId, const QString &name, const Saved &done);
    /// Stores what differs between network() and \a network, and the URLs as they are now; what others have set meanwhile
    /// stays and is in network() afterwards.
    void storeNetwork(AffiliateNetwork network, const Saved &done);
    void storeOffer(Offer offer, const Saved &done);
    void storeCampaign(Campaign campaign, const Saved &done);

    /// False for a network whose conversions come by importing its report.
    bool isTold() const { return isReceived(m_preset.kind); }
    bool isStored() const { return m_network.id.isValid(); }
    const AffiliateNetwork &network() const { return m_network; }
    const std::optional<Offer> &offer() const { return m_offer; }
    const std::optional<Campaign> &campaign() const { return m_campaign; }

    /// The chosen preset, with the parameters of its postback URLs as the person has changed them.
    const NetworkPreset &preset() const { return m_preset; }
    /// Puts \a query in place of that of the template called \a index; a preset without templates gets one.
    void setQuery(qsizetype index, const QString &query);
    void setConstants(const QHash<QString, QString> &constants);
    /// As they are to be copied: with what was changed, stored or not.
    QList<ReadyPostbackUrl> urls() const;
    /// One for each status, where the network has no macro for it; see statusUrls().
    QList<ReadyPostbackUrl> urlsPerStatus() const;

    /// The parameter of offer links that carries the click ID.
    QString subIdParameter() const;
    /// With the traffic source's macros; empty while there is no campaign.
    QString trackingLink() const;

    /// An offer link that was pasted to recognise its network.
    QString pastedLink;

Q_SIGNALS:
    void loaded();
    void networkStored();

private:
    void put(const AffiliateNetwork &network, const Saved &done);

    Engine &m_engine;
    std::shared_ptr<const PresetCatalogue> m_presets;
    CatalogueEdits m_edits;
    CatalogueContents m_contents;
    NetworkPreset m_preset;
    OwnPostbackUrl m_url;
    AffiliateNetwork m_network; ///< as it was stored last
    AffiliateNetwork m_sent; ///< as it was sent to be stored last
    std::optional<Offer> m_offer;
    std::optional<Campaign> m_campaign;
};

} // namespace Matchbook
