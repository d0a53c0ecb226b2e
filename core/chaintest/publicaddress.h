// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>

namespace Matchbook {

/// True for an address of the open Internet. False for this computer's, for private, shared, link-local, documentation,
/// multicast and reserved ones, and for IPv6 addresses that carry such an IPv4 address inside: mapped, compatible, 6to4,
/// NAT64 and Teredo.
bool isPublicAddress(const QHostAddress &address);

} // namespace Matchbook
