-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO conversion_history (conversion_id, postback_id, time, status, payout_micros, currency, refunded_micros)
VALUES (?, ?, ?, ?, ?, ?, ?)
