-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT (SELECT count(*) FROM (
        SELECT campaign_id, offer_id, network_id, currency, sum(clicks), sum(bots), sum(probes), sum(cost_micros)
        FROM click_rollup GROUP BY 1, 2, 3, 4
        EXCEPT
        SELECT campaign_id, offer_id, network_id, currency, sum(clicks), sum(bots), sum(probes), sum(cost_micros)
        FROM click_day GROUP BY 1, 2, 3, 4))
    + (SELECT count(*) FROM (
        SELECT basis, campaign_id, offer_id, network_id, currency, status, sum(conversions), sum(confirmed_micros),
            sum(pending_micros), sum(rejected_micros), sum(refunded_micros)
        FROM settled_rollup GROUP BY 1, 2, 3, 4, 5, 6
        EXCEPT
        SELECT basis, campaign_id, offer_id, network_id, currency, status, sum(conversions), sum(confirmed_micros),
            sum(pending_micros), sum(rejected_micros), sum(refunded_micros)
        FROM settled_day GROUP BY 1, 2, 3, 4, 5, 6))
