-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT campaign_id, offer_id, network_id, click_time, time, status_time, status, payout_micros, currency, refunded_micros,
    sale_seen
FROM conversion
WHERE id > ?
