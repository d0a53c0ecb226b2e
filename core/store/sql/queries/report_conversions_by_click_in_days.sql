-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT iif(:unit > 0, day, 0), iif(:by_campaign, campaign_id, 0),
    iif(:by_network, network_id, 0), iif(:by_offer, offer_id, 0), currency, status, sum(conversions),
    sum_amounts(confirmed_micros), sum_amounts(pending_micros), sum_amounts(rejected_micros), sum_amounts(refunded_micros)
FROM conversion_day
WHERE basis = 0 AND day >= :from AND day < :to AND (:network = 0 OR network_id = :network)
GROUP BY 1, 2, 3, 4, 5, 6
