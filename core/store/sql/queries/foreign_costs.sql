-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Days begin on quarter hours in UTC too, so the sums of a quarter hour have one day and one rate.
SELECT iif(:by_time, bucket * 900000, 0), iif(:by_campaign, campaign_id, 0), iif(:by_network, network_id, 0),
    iif(:by_offer, offer_id, 0), currency, bucket / 96, sum_amounts(cost_micros)
FROM click_rollup
WHERE bucket >= :from / 900000 AND bucket < :to / 900000 AND currency <> :currency AND currency <> '' AND cost_micros <> 0
    AND (:network = 0 OR network_id = :network)
GROUP BY 1, 2, 3, 4, 5, 6
