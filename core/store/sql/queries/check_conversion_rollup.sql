-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH summed AS (
    SELECT basis, bucket, campaign_id, offer_id, network_id, currency, status, sum(conversions) AS conversions,
        sum_amounts(confirmed_micros) AS confirmed_micros, sum_amounts(pending_micros) AS pending_micros,
        sum_amounts(rejected_micros) AS rejected_micros, sum_amounts(refunded_micros) AS refunded_micros
    FROM booked_conversion
    WHERE basis > 0 AND id <= (SELECT value FROM counter WHERE name = 'settled_conversion')
    GROUP BY 1, 2, 3, 4, 5, 6, 7
), rolled AS (
    SELECT basis, bucket, campaign_id, offer_id, network_id, currency, status, conversions, confirmed_micros,
        pending_micros, rejected_micros, refunded_micros
    FROM settled_rollup
    WHERE conversions <> 0 OR confirmed_micros <> 0 OR pending_micros <> 0 OR rejected_micros <> 0 OR refunded_micros <> 0
)
SELECT (SELECT count(*) FROM (SELECT * FROM summed EXCEPT SELECT * FROM rolled))
    + (SELECT count(*) FROM (SELECT * FROM rolled EXCEPT SELECT * FROM summed))
