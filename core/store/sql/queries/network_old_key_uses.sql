-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT network_id, count(*)
FROM postback
WHERE cause = 'old_key' AND time >= ?
GROUP BY network_id
