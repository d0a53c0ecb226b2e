-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

UPDATE postback
SET outcome = ?, conversion_id = ?, cause = ?, cause_detail = ?, click_id = ?, transaction_id = ?, payout_micros = ?,
    currency = ?, match = ?
WHERE id = ?
