// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/judging.h"

namespace Matchbook {

class Database;

/// The network of a report and all others, as they are stored now and as reports are judged by them.
struct ReportNetwork {
    JudgedNetwork judged;
    QList<AffiliateNetwork> all; ///< nobody's sender matters: a file has none
    NetworkPreset generic;
};
/// NotFound if there is no such network.
Expected<ReportNetwork> reportNetwork(Database &database, const PresetCatalogue &presets, NetworkId network);

} // namespace Matchbook
