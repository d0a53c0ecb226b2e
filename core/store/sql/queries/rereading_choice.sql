-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id
FROM postback
WHERE network_id = :network AND time >= :since AND time < :until
    AND (:outcomes = '' OR instr(:outcomes, ',' || outcome || ',') > 0)
    AND (:causes = '' OR instr(:causes, ',' || coalesce(cause, '') || ',') > 0)
ORDER BY id
