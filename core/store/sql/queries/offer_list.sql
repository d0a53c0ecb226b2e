-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id, name, network_id, url, default_payout_micros, default_payout_currency, created_at
FROM offer
ORDER BY id
