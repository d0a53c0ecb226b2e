-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT coalesce(min(first), 0), coalesce(max(last), 0)
FROM (
    SELECT min(bucket) AS first, max(bucket) AS last FROM click_rollup
    UNION ALL
    SELECT min(bucket), max(bucket) FROM settled_rollup
    UNION ALL
    SELECT min(click_time) / 900000, max(click_time) / 900000 FROM conversion
)
