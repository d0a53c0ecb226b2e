-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id
FROM click
WHERE click_id >= :since_id AND click_id < :until_id AND time >= :since AND time < :until
    AND (:network = 0 OR network_id = :network)
    AND (:campaign = 0 OR campaign_id = :campaign)
    AND (:offer = 0 OR offer_id = :offer)
    AND (:words = '' OR instr(:words, ',' || kind || ',') > 0)
    AND (:search = '' OR instr(click_id, :search) > 0 OR instr(external_id, :search) > 0
        OR instr(CAST(query AS TEXT), :search) > 0)
ORDER BY CASE :sort
        WHEN 'time' THEN time
        WHEN 'campaign' THEN (SELECT name FROM campaign WHERE campaign.id = click.campaign_id)
        WHEN 'offer' THEN (SELECT name FROM offer WHERE offer.id = click.offer_id)
        WHEN 'network' THEN (SELECT name FROM network WHERE network.id = click.network_id)
        WHEN 'external_id' THEN external_id
        WHEN 'sub1' THEN sub1
        WHEN 'cost' THEN cost_micros
        WHEN 'kind' THEN kind
        ELSE click_id
    END, id
LIMIT :limit
