-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Of the dollar, which the bank has never left out.
SELECT max(day), min(day), max(gap)
FROM (
    SELECT day, day - lag(day, 1, day) OVER (ORDER BY day) AS gap
    FROM exchange_rate
    WHERE from_currency = 'EUR' AND to_currency = 'USD' AND source = 2
)
