-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

UPDATE offer
SET name = ?, network_id = ?, url = ?, default_payout_micros = ?, default_payout_currency = ?
WHERE id = ?
RETURNING id
