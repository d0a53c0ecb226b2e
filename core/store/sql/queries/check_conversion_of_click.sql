-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH settled AS (
    SELECT click_id, id AS conversion_id
    FROM conversion
    WHERE click_id IS NOT NULL AND id <= (SELECT value FROM counter WHERE name = 'settled_conversion')
)
SELECT (SELECT count(*) FROM (SELECT * FROM settled EXCEPT SELECT * FROM conversion_of_click))
    + (SELECT count(*) FROM (SELECT * FROM conversion_of_click EXCEPT SELECT * FROM settled))
