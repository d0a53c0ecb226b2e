// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"
#include "vocabulary/identifiers.h"

#include <QWidget>

#include <functional>

namespace Matchbook {

class Engine;
class SecretForm;
class SecretSource;
class TonedLabel;

/// The part of the wizard that asks for the secret of a network that signs what it sends. Hidden for any other.
class SecretPart : public QWidget
{
    Q_OBJECT
public:
    explicit SecretPart(Engine &engine, QWidget *parent = nullptr);

    void setNetwork(NetworkId network, const NetworkPreset &preset);
    /// Stores what was typed, if something was, and calls \a done once: false if it is not stored; then it is said here why.
    void save(const std::function<void(bool)> &done);

private:
    void showStanding();

    SecretSource &m_source;
    NetworkId m_network;
    NetworkPreset m_preset;
    TonedLabel *m_where = nullptr;
    TonedLabel *m_standing = nullptr;
    SecretForm *m_form = nullptr;
};

} // namespace Matchbook
