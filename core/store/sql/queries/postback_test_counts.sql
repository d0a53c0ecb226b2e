-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The requests that test clicks have brought, and how many of them were understood.
SELECT count(*), coalesce(sum(outcome <= 2), 0)
FROM postback
WHERE time >= :since AND time >= (SELECT min(time) FROM click WHERE kind = 3)
    AND click_id IN (SELECT click_id FROM click WHERE kind = 3)
