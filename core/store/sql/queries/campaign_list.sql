-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id, name, key, traffic_source, cost_per_click_micros, cost_currency, archived, created_at
FROM campaign
ORDER BY id
