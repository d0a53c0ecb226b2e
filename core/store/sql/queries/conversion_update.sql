-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

UPDATE conversion
SET dedup_key = ?, transaction_id = ?, click_id = ?, status_time = ?, event = ?, status = ?, payout_micros = ?,
    currency = ?, refunded_micros = ?, times_received = ?, sale_seen = ?
WHERE id = ?
