-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT network_id, outcome, cause, count(*), max(cause_detail)
FROM postback
WHERE outcome >= 3 AND time >= ? AND network_id <> 0
GROUP BY network_id, outcome, cause
