-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id
FROM postback
WHERE time >= :since AND time < :until
    AND (:network = 0 OR network_id = :network)
    AND (:words = '' OR instr(:words, ',' || outcome || ',') > 0)
    AND (:causes = '' OR instr(:causes, ',' || coalesce(cause, '') || ',') > 0)
    AND (:tests = 1 OR outcome < 3 OR click_id IS NULL
        OR click_id NOT IN (SELECT click_id FROM click WHERE kind = 3))
    AND (:search = '' OR instr(click_id, :search) > 0 OR instr(transaction_id, :search) > 0
        OR instr(CAST(query AS TEXT), :search) > 0 OR instr(CAST(body AS TEXT), :search) > 0)
ORDER BY time DESC, id DESC
LIMIT :limit
