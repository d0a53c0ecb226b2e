-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id, network_id, dedup_key, campaign_id, offer_id, transaction_id, click_id, click_time, time, status_time, event,
    status, payout_micros, currency, refunded_micros, cost_micros, match, times_received, sale_seen, external_id, sub1,
    sub2, sub3, sub4, sub5, sub6, sub7, sub8, sub9, sub10
FROM conversion
WHERE id IN (SELECT conversion_id FROM rereading_touched WHERE slice = ?)
