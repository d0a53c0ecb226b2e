// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engineparts.h"
#include "networks/effectivepreset.h"
#include "networks/postbackurls.h"
#include "networks/presetfiles.h"
#include "vocabulary/daterange.h"

#include <QHostAddress>

namespace Matchbook {

QString urlOf(const QString &address, quint16 port)
{
    const bool isIpv6 = QHostAddress(address).protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = isIpv6 ? QLatin1Char('[') + address + QLatin1Char(']') : address;
    return QStringLiteral("http://%1:%2").arg(host).arg(port);
}

QTimeZone zoneOf(const Preferences &preferences)
{
    return timeZoneFromId(preferences.timeZone).value_or(QTimeZone::systemTimeZone());
}

EngineState Engine::state() const
{
    return m_parts->state;
}

const Clock &Engine::clock() const
{
    return m_parts->clock;
}

const QString &Engine::dataFolder() const
{
    return m_parts->dataFolder.path;
}

Preferences Engine::preferences() const
{
    return m_parts->preferences;
}

Expected<void> Engine::setPreferences(const Preferences &preferences)
{
    Parts &parts = *m_parts;
    const Preferences before = parts.preferences;
    if (parts.state.listening
        && (preferences.bindAddress != before.bindAddress || preferences.port != before.port
            || preferences.trustedProxies != before.trustedProxies
            || preferences.listenerThreads != before.listenerThreads)) {
        parts.preferences = preferences;
        if (auto moved = listen(preferences.bindAddress, preferences.port); !moved) {
            // Nobody may be left without a listener because of a typing mistake.
            parts.preferences = before;
            (void)listen(before.bindAddress, before.port);
            return moved;
        }
    }
    if (auto saved = preferences.save(parts.dataFolder.path); !saved)
        return saved;
    parts.preferences = preferences;
    parts.keepFullAddresses = preferences.keepFullAddresses;
    if (parts.presets)
        parts.publishSnapshot();
    if (parts.rates)
        parts.rates->setPreferences(preferences);
    if (preferences.buyerData != before.buyerData)
        publishOpening();
    if (preferences.timeZone != before.timeZone)
        keepDaysIn(zoneOf(preferences));
    Q_EMIT preferencesChanged(preferences);
    return {};
}

QString Engine::baseUrl() const
{
    const Parts &parts = *m_parts;
    if (!parts.preferences.publicUrl.isEmpty())
        return parts.preferences.publicUrl;
    if (!parts.state.address.isEmpty())
        return parts.state.address;
    return urlOf(parts.preferences.bindAddress, parts.preferences.port);
}

QList<QByteArray> Engine::ownBases() const
{
    const Parts &parts = *m_parts;
    return {baseUrl().toUtf8(), parts.state.address.toUtf8(), parts.preferences.publicUrl.toUtf8()};
}

QString Engine::trackingLink(const Campaign &campaign) const
{
    return baseUrl() + QStringLiteral("/c/") + campaign.key;
}

QString Engine::postbackUrl(const AffiliateNetwork &network) const
{
    const QString receiver = baseUrl() + QStringLiteral("/postback/") + network.key;
    return firstPostbackUrl(receiver, effectivePreset(network, *m_parts->presets));
}

std::shared_ptr<const PresetCatalogue> Engine::presets() const
{
    return m_parts->presets;
}

void Engine::reloadPresets()
{
    Parts &parts = *m_parts;
    if (!parts.writer)
        return;
    // Looked at first: what is written while they are read is noticed at the next look.
    parts.presetsVersion = presetsVersion(parts.dataFolder.networksFolder());
    auto presets = std::make_shared<const PresetCatalogue>(parts.dataFolder.networksFolder());
    {
        const std::lock_guard held(parts.settingsMutex);
        parts.presets = presets;
    }
    parts.writer->setPresets(presets);
    parts.rereadings->setPresets(presets);
    parts.imports->setPresets(presets);
    parts.publishSnapshot();
    Q_EMIT presetsChanged();
}

void Engine::useSecrets(std::shared_ptr<const Secrets> secrets)
{
    m_parts->secrets = std::move(secrets);
    publishOpening();
}

void Engine::publishOpening()
{
    Parts &parts = *m_parts;
    if (!parts.writer)
        return;
    OpeningSettings opening;
    opening.secrets = parts.secrets->all();
    opening.buyer = parts.preferences.buyerData;
    const auto shared = std::make_shared<const OpeningSettings>(std::move(opening));
    parts.writer->setOpening(shared);
    parts.rereadings->setOpening(shared);
}

void Engine::noteForeignPresets()
{
    if (presetsVersion(m_parts->dataFolder.networksFolder()) != m_parts->presetsVersion)
        reloadPresets();
}

Reader &Engine::reader()
{
    return *m_parts->reader;
}

RateDesk &Engine::rates()
{
    return *m_parts->rates;
}

ImportDesk &Engine::imports()
{
    return *m_parts->imports;
}

RereadingDesk &Engine::rereadings()
{
    return *m_parts->rereadings;
}

void Engine::postEdit(std::function<void(Catalogue &)> change)
{
    const Clock &clock = m_parts->clock;
    (void)m_parts->writer->postTask([change = std::move(change), &clock](Database &database) {
        Catalogue catalogue(database, clock);
        change(catalogue);
    });
}

} // namespace Matchbook
