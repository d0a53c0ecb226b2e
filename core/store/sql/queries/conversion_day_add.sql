-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO settled_day (basis, day, campaign_id, offer_id, network_id, currency, status, conversions,
    confirmed_micros, pending_micros, rejected_micros, refunded_micros)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (basis, day, campaign_id, offer_id, network_id, currency, status) DO UPDATE
SET conversions = conversions + excluded.conversions, confirmed_micros = confirmed_micros + excluded.confirmed_micros,
    pending_micros = pending_micros + excluded.pending_micros, rejected_micros = rejected_micros + excluded.rejected_micros,
    refunded_micros = refunded_micros + excluded.refunded_micros
