-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT cause_detail, count(*)
FROM postback
WHERE cause = 'expired_key' AND time >= ?
GROUP BY cause_detail
