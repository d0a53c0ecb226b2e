-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH settled AS (
    SELECT basis, bucket, campaign_id, offer_id, network_id, currency, status, conversions, confirmed_micros,
        pending_micros, rejected_micros, refunded_micros
    FROM settled_rollup
    UNION ALL
    SELECT 0, click_time / 900000, campaign_id, offer_id, network_id, currency, status, 1, confirmed_micros,
        pending_micros, rejected_micros, refunded_micros
    FROM conversion_share
    WHERE id <= (SELECT value FROM counter WHERE name = 'settled_conversion')
)
INSERT INTO settled_day (basis, day, campaign_id, offer_id, network_id, currency, status, conversions, confirmed_micros,
    pending_micros, rejected_micros, refunded_micros)
SELECT basis, (bucket * 900 + :offset) / 86400, campaign_id, offer_id, network_id, currency, status, sum(conversions),
    sum_amounts(confirmed_micros), sum_amounts(pending_micros), sum_amounts(rejected_micros),
    sum_amounts(refunded_micros)
FROM settled
WHERE bucket >= :from AND bucket < :to
GROUP BY 1, 2, 3, 4, 5, 6, 7
ON CONFLICT (basis, day, campaign_id, offer_id, network_id, currency, status) DO UPDATE
SET conversions = conversions + excluded.conversions,
    confirmed_micros = CAST(confirmed_micros + excluded.confirmed_micros AS INTEGER),
    pending_micros = CAST(pending_micros + excluded.pending_micros AS INTEGER),
    rejected_micros = CAST(rejected_micros + excluded.rejected_micros AS INTEGER),
    refunded_micros = CAST(refunded_micros + excluded.refunded_micros AS INTEGER)
