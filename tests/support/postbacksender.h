// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "senderform.h"

namespace Matchbook {

/// The sides of two networks that fill in a URL and prove who they are in one of its parameters. Everything is invented.
namespace PostbackSender {
SenderForm acorn(); ///< transaction 6019686 of offer 598, 0.85, without its hash
ReceivedRequest sendAcorn(const SenderForm &form, const QByteArray &placement);
SenderForm cpalead(); ///< lead 884120931, 140.00, without its password
ReceivedRequest sendCpalead(const SenderForm &form, const QByteArray &password);
} // namespace PostbackSender

} // namespace Matchbook
