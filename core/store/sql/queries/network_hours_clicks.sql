-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT network_id, bucket / 4, sum(clicks)
FROM click_rollup
WHERE bucket >= ?
GROUP BY 1, 2
ORDER BY 1, 2
