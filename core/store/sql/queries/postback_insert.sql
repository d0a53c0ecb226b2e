-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO postback (time, network_id, outcome, conversion_id, cause, cause_detail, click_id, transaction_id,
    payout_micros, currency, match, pixel, method, sender, path, query, body, content_type, user_agent, signature, old_key_until)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
