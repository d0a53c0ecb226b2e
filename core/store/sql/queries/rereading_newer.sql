-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id, time, network_id, pixel, method, sender, path, query, body, content_type, user_agent,
    signature, old_key_until
FROM postback
WHERE conversion_id IN (SELECT conversion_id FROM rereading_touched WHERE slice = ?)
    AND NOT EXISTS (SELECT 1 FROM rereading_postback WHERE rereading_postback.postback_id = postback.id)
ORDER BY id
