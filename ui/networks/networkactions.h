// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/postbackurls.h"
#include "networks/presetcatalogue.h"
#include "vocabulary/affiliatenetwork.h"

#include <QObject>

#include <memory>

namespace Matchbook {

class Engine;

/// What the Networks page lets a person do to a network, each in a dialog of its own.
class NetworkActions : public QObject
{
    Q_OBJECT
public:
    /// \a window is what the dialogs stand in front of; it and \a engine must outlive the actions.
    NetworkActions(Engine &engine, QWidget *window);

    std::shared_ptr<const PresetCatalogue> presets() const;
    QList<ReadyPostbackUrl> urlsOf(const AffiliateNetwork &network) const;

    /// \a takenNames are those of the other networks. Without an ID the network is added.
    void edit(const AffiliateNetwork &network, const QStringList &takenNames);
    void editMapping(const AffiliateNetwork &network);
    void rotateKey(const AffiliateNetwork &network);
    void learn(const AffiliateNetwork &network);
    void managePresets();
    void importPreset();

Q_SIGNALS:
    /// A network was added or changed; the ID is invalid where a preset was.
    void changed(Matchbook::NetworkId network);

private:
    Engine &m_engine;
    QWidget *m_window;
};

} // namespace Matchbook
