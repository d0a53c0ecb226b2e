-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT network_id, outcome, cause, count(*), max(cause_detail)
FROM postback
WHERE time >= ? AND coalesce(cause, '') <> 'test_click' AND method <> 'IMPORT'
    AND (click_id IS NULL OR click_id NOT IN (SELECT click_id FROM click WHERE kind = 3))
GROUP BY network_id, outcome, cause
