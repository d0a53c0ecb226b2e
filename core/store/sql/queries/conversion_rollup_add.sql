-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO settled_rollup (basis, bucket, campaign_id, offer_id, network_id, currency, status, conversions,
    confirmed_micros, pending_micros, rejected_micros, refunded_micros)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (basis, bucket, campaign_id, offer_id, network_id, currency, status) DO UPDATE
SET conversions = conversions + excluded.conversions,
    confirmed_micros = CAST(confirmed_micros + excluded.confirmed_micros AS INTEGER),
    pending_micros = CAST(pending_micros + excluded.pending_micros AS INTEGER),
    rejected_micros = CAST(rejected_micros + excluded.rejected_micros AS INTEGER),
    refunded_micros = CAST(refunded_micros + excluded.refunded_micros AS INTEGER)
