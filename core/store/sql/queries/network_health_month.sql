-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT network_id, currency, status, sum(conversions), sum_amounts(confirmed_micros)
FROM conversion_rollup
WHERE basis = 1 AND bucket >= ?
GROUP BY network_id, currency, status
