-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT postback.id, postback.time, postback.network_id, postback.pixel, postback.method, postback.sender, postback.path,
    postback.query, postback.body, postback.content_type, postback.user_agent, postback.signature, postback.old_key_until,
    postback.outcome, postback.conversion_id,
    postback.cause, postback.cause_detail, postback.click_id, postback.transaction_id, postback.payout_micros,
    postback.currency, postback.match, postback_decision.postback_id, postback_decision.click_id
FROM postback
LEFT JOIN postback_decision ON postback_decision.postback_id = postback.id
WHERE postback.id = ?
