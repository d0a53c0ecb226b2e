-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Jumps from pair to pair in the key: there are some dozen pairs and some hundred thousand rates.
WITH RECURSIVE start (code) AS (
    SELECT min(from_currency) FROM exchange_rate
    UNION ALL
    SELECT (SELECT min(from_currency) FROM exchange_rate WHERE from_currency > start.code) FROM start
    WHERE start.code IS NOT NULL
),
pair (from_code, to_code) AS (
    SELECT code, (SELECT min(to_currency) FROM exchange_rate WHERE from_currency = start.code) FROM start
    WHERE code IS NOT NULL
    UNION ALL
    SELECT from_code, (SELECT min(to_currency) FROM exchange_rate
        WHERE from_currency = pair.from_code AND to_currency > pair.to_code)
    FROM pair
    WHERE to_code IS NOT NULL
)
SELECT from_code, to_code,
    (SELECT min(day) FROM exchange_rate WHERE from_currency = from_code AND to_currency = to_code),
    (SELECT max(day) FROM exchange_rate WHERE from_currency = from_code AND to_currency = to_code)
FROM pair
WHERE to_code IS NOT NULL
ORDER BY 1, 2
