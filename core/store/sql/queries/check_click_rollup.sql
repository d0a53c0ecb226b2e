-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT count(*)
FROM (
    SELECT time / 900000 AS bucket, campaign_id, offer_id, network_id, cost_currency AS currency, sum(kind = 0) AS clicks,
        sum(kind = 1) AS bots, sum(kind = 2) AS probes, sum_amounts(cost_micros) AS cost_micros
    FROM click
    WHERE kind <> 3
        AND time >= coalesce((SELECT value FROM counter WHERE name = 'clicks_purged_until'), 0)
    GROUP BY 1, 2, 3, 4, 5
    EXCEPT
    SELECT bucket, campaign_id, offer_id, network_id, currency, clicks, bots, probes, cost_micros
    FROM click_rollup
)
