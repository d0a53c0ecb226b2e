-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

UPDATE campaign
SET name = ?, traffic_source = ?, cost_per_click_micros = ?, cost_currency = ?, archived = ?
WHERE id = ?
RETURNING id
