-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT OR IGNORE INTO rereading_postback (postback_id, slice, network_id, outcome, conversion_id, cause, cause_detail,
    click_id, transaction_id, payout_micros, currency, match, decided, decided_click_id)
SELECT postback.id, ?, postback.network_id, postback.outcome, postback.conversion_id, postback.cause,
    postback.cause_detail, postback.click_id, postback.transaction_id, postback.payout_micros, postback.currency,
    postback.match, postback_decision.postback_id IS NOT NULL, postback_decision.click_id
FROM postback
LEFT JOIN postback_decision ON postback_decision.postback_id = postback.id
WHERE postback.id = ?
