-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO counter (name, value)
SELECT 'click_dropped', count(*)
FROM click
WHERE kind = 3 AND (:network = 0 OR network_id = :network) AND id < (SELECT max(id) FROM click)
UNION ALL
SELECT 'conversion_dropped', count(*)
FROM conversion
WHERE status = 5 AND (:network = 0 OR network_id = :network
        OR click_id IN (SELECT click_id FROM click WHERE kind = 3 AND network_id = :network)) AND id < (SELECT max(id) FROM conversion)
ON CONFLICT (name) DO UPDATE SET value = value + excluded.value
