// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/receivedrequest.h"

#include <QJsonObject>

#include <optional>

namespace Matchbook {

/// What ClickBank's Instant Notification Service posts from version 6 on.
struct InsEnvelope {
    QByteArray notification; ///< AES-256-CBC, decoded from Base64
    QByteArray iv; ///< its 16 bytes
};

/// True if \a arrived holds an envelope, whether or not it can be opened.
bool looksLikeInsEnvelope(const ReceivedRequest &arrived);

/// The envelope in \a arrived, as JSON or as a form whatever its Content-Type. Nothing if there is none, or one that is damaged.
std::optional<InsEnvelope> insEnvelope(const ReceivedRequest &arrived);

/// The notification in \a envelope. That it decrypts to what a notification must have is all the proof there is: nothing if
/// \a secret is not the one it was encrypted with.
std::optional<QJsonObject> insNotification(const InsEnvelope &envelope, const QByteArray &secret);

} // namespace Matchbook
