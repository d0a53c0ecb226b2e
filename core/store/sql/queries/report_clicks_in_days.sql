-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT iif(:unit > 0, day, 0), iif(:by_campaign, campaign_id, 0),
    iif(:by_network, network_id, 0), iif(:by_offer, offer_id, 0), currency, sum(clicks), sum(bots),
    sum(probes), sum_amounts(cost_micros)
FROM click_day
WHERE day >= :from AND day < :to AND (:network = 0 OR network_id = :network)
GROUP BY 1, 2, 3, 4, 5
