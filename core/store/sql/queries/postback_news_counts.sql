-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A network's tests of its URL and news without money, and how many of them were believed.
SELECT count(*), coalesce(sum(outcome <= 2), 0)
FROM postback INDEXED BY postback_by_cause
WHERE cause IS NOT NULL AND cause IN ('setup_test', 'event_without_money') AND time >= :since
    AND (click_id IS NULL OR click_id NOT IN (SELECT click_id FROM click WHERE kind = 3))
