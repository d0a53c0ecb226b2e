-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT (SELECT min(click_id) FROM click), coalesce((SELECT value FROM counter WHERE name = 'clicks_purged_until'), 0)
