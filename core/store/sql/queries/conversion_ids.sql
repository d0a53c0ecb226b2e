-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id
FROM conversion
WHERE time >= :since AND time < :until
    AND (:network = 0 OR network_id = :network)
    AND (:campaign = 0 OR campaign_id = :campaign)
    AND (:offer = 0 OR offer_id = :offer)
    AND (:words = '' OR instr(:words, ',' || status || ',') > 0)
    AND (:search = '' OR instr(click_id, :search) > 0 OR instr(transaction_id, :search) > 0
        OR instr(external_id, :search) > 0)
ORDER BY time DESC, id DESC
LIMIT :limit
