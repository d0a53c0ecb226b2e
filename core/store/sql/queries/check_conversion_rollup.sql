-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH counted AS (
    SELECT * FROM conversion WHERE status <> 5
), booked AS (
    SELECT 0 AS basis, click_time / 900000 AS bucket, * FROM counted
    UNION ALL
    SELECT 1, time / 900000, * FROM counted
    UNION ALL
    SELECT 2, status_time / 900000, * FROM counted
), summed AS (
    SELECT basis, bucket, campaign_id, offer_id, network_id, currency, status, count(*) AS conversions,
        sum(CASE WHEN sale_seen = 1 AND status IN (1, 3, 4) THEN payout_micros - refunded_micros ELSE 0 END) AS confirmed,
        sum(CASE WHEN sale_seen = 1 AND status = 0 THEN payout_micros - refunded_micros ELSE 0 END) AS pending,
        sum(CASE WHEN sale_seen = 1 AND status = 2 THEN payout_micros ELSE 0 END) AS rejected,
        sum(CASE WHEN sale_seen = 0 OR status IN (0, 1, 3, 4) THEN refunded_micros ELSE 0 END) AS refunded
    FROM booked
    GROUP BY 1, 2, 3, 4, 5, 6, 7
), rolled AS (
    SELECT basis, bucket, campaign_id, offer_id, network_id, currency, status, conversions, confirmed_micros,
        pending_micros, rejected_micros, refunded_micros
    FROM conversion_rollup
    WHERE conversions <> 0 OR confirmed_micros <> 0 OR pending_micros <> 0 OR rejected_micros <> 0 OR refunded_micros <> 0
)
SELECT (SELECT count(*) FROM (SELECT * FROM summed EXCEPT SELECT * FROM rolled))
    + (SELECT count(*) FROM (SELECT * FROM rolled EXCEPT SELECT * FROM summed))
