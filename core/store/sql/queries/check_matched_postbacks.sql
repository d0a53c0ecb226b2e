-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT count(*)
FROM postback
WHERE outcome IN (0, 1, 2) AND coalesce(cause, '') NOT IN ('ignored_status', 'setup_test', 'event_without_money')
    AND (conversion_id IS NULL OR conversion_id NOT IN (SELECT id FROM conversion))
