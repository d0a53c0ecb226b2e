-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Row by row: every conversion is converted at the rate of its own day and rounded by itself.
SELECT click_time, iif(:by_campaign, campaign_id, 0), iif(:by_network, network_id, 0), iif(:by_offer, offer_id, 0),
    currency, status, time / 86400000, confirmed_micros, pending_micros, rejected_micros, refunded_micros
FROM conversion_share
WHERE click_time >= :from AND click_time < :to AND currency <> :currency AND currency <> ''
    AND (:network = 0 OR network_id = :network)
