-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT time, postback_id, status, payout_micros, currency, refunded_micros
FROM conversion_history
WHERE conversion_id = ?1
UNION ALL
SELECT time, coalesce((SELECT min(id) FROM postback WHERE conversion_id = ?1), 0), status, payout_micros, currency,
    refunded_micros
FROM conversion
WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM conversion_history WHERE conversion_id = ?1)
ORDER BY 2
