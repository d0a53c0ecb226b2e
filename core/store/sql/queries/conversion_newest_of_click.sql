-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT coalesce(max(id), 0)
FROM (
    SELECT max(conversion_id) AS id FROM conversion_of_click WHERE click_id = ?1
    UNION ALL
    SELECT max(id) FROM conversion
    WHERE id > (SELECT value FROM counter WHERE name = 'settled_conversion') AND click_id = ?1
)
