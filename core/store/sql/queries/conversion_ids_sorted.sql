-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id
FROM conversion
WHERE time >= :since AND time < :until
    AND (:network = 0 OR network_id = :network)
    AND (:campaign = 0 OR campaign_id = :campaign)
    AND (:offer = 0 OR offer_id = :offer)
    AND (:words = '' OR instr(:words, ',' || status || ',') > 0)
    AND (:search = '' OR instr(click_id, :search) > 0 OR instr(transaction_id, :search) > 0
        OR instr(external_id, :search) > 0)
ORDER BY CASE :sort
        WHEN 'time' THEN time
        WHEN 'click_time' THEN click_time
        WHEN 'after_click' THEN time - click_time
        WHEN 'campaign' THEN (SELECT name FROM campaign WHERE campaign.id = conversion.campaign_id)
        WHEN 'offer' THEN (SELECT name FROM offer WHERE offer.id = conversion.offer_id)
        WHEN 'network' THEN (SELECT name FROM network WHERE network.id = conversion.network_id)
        WHEN 'click_id' THEN click_id
        WHEN 'transaction_id' THEN transaction_id
        WHEN 'external_id' THEN external_id
        WHEN 'event' THEN event
        WHEN 'status' THEN status
        WHEN 'payout' THEN payout_micros
        WHEN 'currency' THEN currency
        WHEN 'match' THEN match
        WHEN 'times_received' THEN times_received
        WHEN 'sub1' THEN sub1
        ELSE id
    END, id
LIMIT :limit
