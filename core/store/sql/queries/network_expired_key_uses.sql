-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT network.id, count(*)
FROM postback
JOIN network ON postback.cause_detail = '#' || network.id
WHERE postback.cause = 'expired_key' AND postback.time >= ?
GROUP BY network.id
