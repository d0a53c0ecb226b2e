-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO click (click_id, time, kind, campaign_id, offer_id, network_id, cost_micros, cost_currency, query,
    user_agent_id, address, referrer, external_id, sub1, sub2, sub3, sub4, sub5, sub6, sub7, sub8, sub9, sub10)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
