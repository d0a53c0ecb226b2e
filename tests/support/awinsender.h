// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "senderform.h"

#include <QJsonObject>

namespace Matchbook {

/// Awin's side of its Transaction Notifications, written from its description. Everything is invented.
namespace AwinSender {
QJsonObject transaction(); ///< 244231459, a commission of 0.67 GBP. All values are texts
ReceivedRequest inField(const QJsonObject &transaction); ///< the old form: POST with AwinTransactionPush
ReceivedRequest asBody(const QJsonObject &transaction);
ReceivedRequest inQueryField(const QJsonObject &transaction); ///< GET with AwinTransactionPush
ReceivedRequest asQuery(const QJsonObject &transaction); ///< GET with one parameter each; lists are left out
} // namespace AwinSender

} // namespace Matchbook
