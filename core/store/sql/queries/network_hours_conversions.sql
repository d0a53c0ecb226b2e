-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT network_id, bucket / 4, sum(conversions)
FROM conversion_rollup
WHERE basis = 1 AND bucket >= ?
GROUP BY 1, 2
ORDER BY 1, 2
