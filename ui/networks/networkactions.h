// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chaintest/followrules.h"
#include "engine/secretsource.h"
#include "networks/postbackurls.h"
#include "networks/presetcatalogue.h"
#include "vocabulary/affiliatenetwork.h"

#include <QObject>

#include <memory>

namespace Matchbook {

class Engine;
class Page;

/// What the Networks page lets a person do to a network, each in a dialog of its own.
class NetworkActions : public QObject
{
    Q_OBJECT
public:
    /// \a page is what the dialogs stand in front of; it and \a engine must outlive the actions. \a rules say how far tests follow
    /// links.
    NetworkActions(Engine &engine, Page *page, const FollowRules &rules);

    std::shared_ptr<const PresetCatalogue> presets() const;
    QList<ReadyPostbackUrl> urlsOf(const AffiliateNetwork &network) const;
    QList<ReadyPostbackUrl> statusUrlsOf(const AffiliateNetwork &network) const;
    QString pixelUrlOf(const AffiliateNetwork &network) const;
    SecretSource &secrets() const;
    /// Of its secret; nothing if it takes none.
    std::optional<SecretStanding> standingOf(const AffiliateNetwork &network) const;

    /// Runs the set-up wizard.
    void add();
    void test(const AffiliateNetwork &network);
    /// \a takenNames are those of the other networks.
    void edit(const AffiliateNetwork &network, const QStringList &takenNames);
    void editMapping(const AffiliateNetwork &network);
    void rotateKey(const AffiliateNetwork &network);
    void enterSecret(const AffiliateNetwork &network);
    /// Asks first.
    void removeSecret(const AffiliateNetwork &network);
    void learn(const AffiliateNetwork &network);
    void importReport(const AffiliateNetwork &network);
    void managePresets();
    void importPreset();

Q_SIGNALS:
    /// A network may have been added or changed; the ID is invalid where none was added, or a preset was changed.
    void changed(Matchbook::NetworkId network);

private:
    Engine &m_engine;
    Page *m_page;
    FollowRules m_rules;
};

} // namespace Matchbook
