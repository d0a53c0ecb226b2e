-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A conversion that never changed has no history: its one line is itself. Before its first change it gets that line.
INSERT INTO conversion_history (conversion_id, postback_id, time, status, payout_micros, currency, refunded_micros)
SELECT :conversion, coalesce((SELECT min(id) FROM postback WHERE conversion_id = :conversion), 0), :time, :status, :payout,
    :currency, :refunded
WHERE NOT EXISTS (SELECT 1 FROM conversion_history WHERE conversion_id = :conversion)
