-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT from_currency, to_currency, day, source, picos
FROM exchange_rate
WHERE from_currency = ? AND to_currency = ?
ORDER BY day, source DESC
