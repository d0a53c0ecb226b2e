-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

DELETE FROM exchange_rate WHERE from_currency = ? AND to_currency = ? AND day = ? AND source = ?
RETURNING 1
