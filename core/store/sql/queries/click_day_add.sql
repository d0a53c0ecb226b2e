-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO click_day (day, campaign_id, offer_id, network_id, currency, clicks, bots, probes, cost_micros)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (day, campaign_id, offer_id, network_id, currency) DO UPDATE
SET clicks = clicks + excluded.clicks, bots = bots + excluded.bots, probes = probes + excluded.probes,
    cost_micros = CAST(cost_micros + excluded.cost_micros AS INTEGER)
