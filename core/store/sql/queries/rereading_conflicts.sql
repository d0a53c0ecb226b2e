-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT conversion.id
FROM rereading_touched
JOIN rereading_conversion ON rereading_conversion.id = rereading_touched.conversion_id
JOIN conversion ON conversion.network_id = rereading_conversion.network_id
    AND conversion.dedup_key = rereading_conversion.dedup_key
WHERE rereading_touched.slice = :slice
    AND conversion.id NOT IN (SELECT conversion_id FROM rereading_touched WHERE slice = :slice)
