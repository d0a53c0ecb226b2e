-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT conversion.id, conversion.network_id, conversion.dedup_key, conversion.campaign_id, conversion.offer_id,
    conversion.transaction_id, conversion.click_id, conversion.click_time, conversion.time, conversion.status_time,
    conversion.event, conversion.status, conversion.payout_micros, conversion.currency, conversion.refunded_micros,
    conversion.cost_micros, conversion.match, conversion.times_received, conversion.sale_seen, conversion.external_id,
    conversion.sub1, conversion.sub2, conversion.sub3, conversion.sub4, conversion.sub5, conversion.sub6,
    conversion.sub7, conversion.sub8, conversion.sub9, conversion.sub10, campaign.name, offer.name, network.name
FROM conversion
LEFT JOIN campaign ON campaign.id = conversion.campaign_id
LEFT JOIN offer ON offer.id = conversion.offer_id
LEFT JOIN network ON network.id = conversion.network_id
WHERE conversion.id IN (SELECT value FROM json_each(:ids))
