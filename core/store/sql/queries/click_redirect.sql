-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT offer.url, network.sub_id_parameter, network.preset, campaign.name
FROM click
LEFT JOIN campaign ON campaign.id = click.campaign_id
LEFT JOIN offer ON offer.id = click.offer_id
LEFT JOIN network ON network.id = click.network_id
WHERE click.id = ?
