// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networkpreset.h"

namespace Matchbook {

/// A network as it begins, with everything that its preset knows better than a general default: name, currency, status,
/// decimal mark, repeat policy and the zone of its reports. It has no key and no ID yet. Fails with BadUsage for networks that take no
/// more affiliates; the detail is the preset's advice, a sentence for people.
Expected<AffiliateNetwork> newNetwork(const NetworkPreset &preset);

} // namespace Matchbook
