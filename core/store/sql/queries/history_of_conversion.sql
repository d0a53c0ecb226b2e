-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT time, postback_id, status, payout_micros, currency, refunded_micros
FROM conversion_history
WHERE conversion_id = ?
ORDER BY postback_id
