// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportnetwork.h"

#include "store/cataloguerows.h"

namespace Matchbook {

Expected<ReportNetwork> reportNetwork(Database &database, const PresetCatalogue &presets, NetworkId network)
{
    Statement select(database, "network_list");
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    ReportNetwork found;
    while (select.next()) {
        AffiliateNetwork one = networkFrom(select);
        one.allowedSenders.clear();
        if (one.id == network)
            found.judged = judgedNetwork(one, presets);
        found.all << one;
    }
    if (const auto failure = select.failure())
        return unexpected(*failure);
    if (!found.judged.network.id.isValid())
        return unexpected(Failure::Kind::NotFound, QStringLiteral("network %1").arg(network.value));
    found.generic = presets.findOrGeneric(QStringLiteral("generic"));
    return found;
}

} // namespace Matchbook
