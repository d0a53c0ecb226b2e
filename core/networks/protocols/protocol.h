// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/postbackreader.h"
#include "vocabulary/buyers.h"
#include "vocabulary/postback.h"

#include <QHash>
#include <QLatin1StringView>

namespace Matchbook {

/// A notification once it has been checked, and decrypted where it came encrypted.
struct OpenedNotification {
    Signature signature = Signature::Unreadable;
    /// What is stored and read from then on: plain text, a form or a JSON object in query or body, without the buyer's
    /// personal data and without anything that is as good as the secret. Where the signature is not right: as it came, without
    /// both. Reading it again must not need the secret.
    ReceivedRequest kept;
};

/// How one network tells in its own form what was sold: what is code about it. Which field means what and which word which
/// status is data, in the preset. The functions are pure and may be called in any thread.
struct Protocol {
    QLatin1StringView id; ///< as the preset's member `protocol`: `clickbank_ins`
    bool isSigned = false; ///< needs a secret; without one nothing of it is believed
    /// Checks, decrypts and cleans what arrived. \a secret is empty if there is none. Compares in constant time. Never fails:
    /// what cannot be read is Signature::Unreadable.
    OpenedNotification (*open)(const ReceivedRequest &arrived, const QByteArray &secret, BuyerData buyer)
            = nullptr;
    /// Reads what open() kept. Where the signature is not right, that is only what the message claims: it is shown, and believed
    /// when a person says so.
    PostbackReading (*read)(const ReceivedRequest &kept, const NetworkPreset &preset,
                            const AffiliateNetwork &network)
            = nullptr;
    /// \a query as the network would send it, proved by \a secret where it has the parameter for that; null where only the network
    /// can make what open() believes. For simulating a postback.
    QByteArray (*proved)(const QByteArray &query, const QByteArray &secret) = nullptr;
};

/// With what notifications are opened. Immutable and shared between threads; swapped whole.
struct OpeningSettings {
    QHash<NetworkId, QByteArray> secrets;
    BuyerData buyer = BuyerData::Left;
};

/// The protocol called \a id; null if there is none.
const Protocol *protocolNamed(QStringView id);
/// The protocol of a network with \a preset; null where plain postbacks are called.
const Protocol *protocolOf(const NetworkPreset &preset);

/// Reads a request as it is stored: a plain postback, or what a protocol kept of a notification.
PostbackReading readStored(const ReceivedRequest &stored, const NetworkPreset &preset,
                           const AffiliateNetwork &network);

} // namespace Matchbook
