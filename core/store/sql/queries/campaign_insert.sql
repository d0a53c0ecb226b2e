-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO campaign (name, key, traffic_source, cost_per_click_micros, cost_currency, archived, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
RETURNING id
