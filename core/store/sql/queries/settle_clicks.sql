-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO conversion_of_click (click_id, conversion_id)
SELECT click_id, id
FROM conversion
WHERE id > (SELECT value FROM counter WHERE name = 'settled_conversion') AND click_id IS NOT NULL
ORDER BY click_id, id
