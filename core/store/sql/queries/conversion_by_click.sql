-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id, network_id, dedup_key, campaign_id, offer_id, transaction_id, click_id, click_time, time, status_time, event,
    status, payout_micros, currency, refunded_micros, cost_micros, match, times_received, sale_seen, external_id, sub1,
    sub2, sub3, sub4, sub5, sub6, sub7, sub8, sub9, sub10
FROM conversion
WHERE +network_id = ?2 -- with the plus, no index that begins with it is taken: it would read all that the network has
    AND id IN (SELECT conversion_id FROM conversion_of_click WHERE click_id = ?1 UNION ALL SELECT value FROM json_each(?3))
ORDER BY id
