-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id, time, network_id, pixel, method, sender, path, query, body, content_type, user_agent, signature,
    old_key_until
FROM postback
WHERE click_id = ? AND outcome = 3
ORDER BY id
