-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

UPDATE postback
SET (network_id, outcome, conversion_id, cause, cause_detail, click_id, transaction_id, payout_micros, currency, match)
    = (SELECT network_id, outcome, conversion_id, cause, cause_detail, click_id, transaction_id, payout_micros, currency,
           match
       FROM rereading_postback WHERE postback_id = postback.id)
WHERE id IN (SELECT postback_id FROM rereading_postback WHERE slice = ?)
