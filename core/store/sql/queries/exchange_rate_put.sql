-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO exchange_rate (from_currency, to_currency, day, source, picos) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (from_currency, to_currency, day, source) DO UPDATE SET picos = excluded.picos
WHERE picos <> excluded.picos
RETURNING 1
