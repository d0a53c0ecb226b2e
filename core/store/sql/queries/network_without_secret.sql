-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What came signed while there was no secret to check it with, where nothing has been believed since.
WITH missing AS (
    SELECT network_id, count(*) AS number, max(id) AS newest
    FROM postback INDEXED BY postback_by_cause
    WHERE cause IS NOT NULL AND cause = 'secret_missing' AND time >= ?
    GROUP BY network_id
)
SELECT network_id, number
FROM missing
WHERE NOT EXISTS (SELECT 1 FROM postback
    WHERE postback.network_id = missing.network_id AND postback.id > missing.newest AND postback.signature = 1)
