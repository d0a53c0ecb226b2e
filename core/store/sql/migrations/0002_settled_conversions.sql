-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Where a conversion belongs in the roll-ups and in the list by click is scattered all over them. So new conversions wait
-- at the end of their own table until a thousand of them are settled at once. Whoever reads uses the views, which add what
-- is not settled yet.

INSERT INTO counter (name, value) SELECT 'settled_conversion', coalesce(max(id), 0) FROM conversion;

CREATE TABLE conversion_of_click (
    click_id TEXT NOT NULL,
    conversion_id INTEGER NOT NULL,
    PRIMARY KEY (click_id, conversion_id)
) STRICT, WITHOUT ROWID;

INSERT INTO conversion_of_click (click_id, conversion_id)
SELECT click_id, id FROM conversion WHERE click_id IS NOT NULL ORDER BY click_id, id;

DROP INDEX conversion_by_click;

ALTER TABLE conversion_rollup RENAME TO settled_rollup;

-- By click date, quarter hours have hardly more than one conversion each: the conversions themselves are summed when asked.
DELETE FROM settled_rollup WHERE basis = 0;

ALTER TABLE conversion_day RENAME TO settled_day;

-- The offset from UTC of the zone that days are kept in, from this quarter hour on.
CREATE TABLE day_offset (
    bucket INTEGER PRIMARY KEY,
    seconds INTEGER NOT NULL
) STRICT;

-- The offsets are filled in when the days are made again.
UPDATE setting SET value = '' WHERE name = 'day_zone' AND value <> 'UTC';

-- How much of a conversion counts in which column of revenue. A test (5) counts nowhere.
CREATE VIEW conversion_share AS
SELECT id, click_time, time, status_time, campaign_id, offer_id, network_id, currency, status,
    CASE WHEN sale_seen = 1 AND status IN (1, 3, 4) THEN payout_micros - refunded_micros ELSE 0 END AS confirmed_micros,
    CASE WHEN sale_seen = 1 AND status = 0 THEN payout_micros - refunded_micros ELSE 0 END AS pending_micros,
    CASE WHEN sale_seen = 1 AND status = 2 THEN payout_micros ELSE 0 END AS rejected_micros,
    CASE WHEN sale_seen = 0 OR status IN (0, 1, 3, 4) THEN refunded_micros ELSE 0 END AS refunded_micros
FROM conversion
WHERE status <> 5;

-- The same on each of its dates.
CREATE VIEW booked_conversion AS
SELECT id, 0 AS basis, click_time / 900000 AS bucket, campaign_id, offer_id, network_id, currency, status, 1 AS conversions,
    confirmed_micros, pending_micros, rejected_micros, refunded_micros
FROM conversion_share
UNION ALL
SELECT id, 1, time / 900000, campaign_id, offer_id, network_id, currency, status, 1, confirmed_micros, pending_micros,
    rejected_micros, refunded_micros
FROM conversion_share
UNION ALL
SELECT id, 2, status_time / 900000, campaign_id, offer_id, network_id, currency, status, 1, confirmed_micros, pending_micros,
    rejected_micros, refunded_micros
FROM conversion_share;

-- The condition stands next to the table: SQLite would not carry it through the union, and read every conversion.
CREATE VIEW waiting_share AS
SELECT *
FROM conversion_share
WHERE id > (SELECT value FROM counter WHERE name = 'settled_conversion');

CREATE VIEW waiting_conversion AS
SELECT 0 AS basis, click_time / 900000 AS bucket, campaign_id, offer_id, network_id, currency, status, 1 AS conversions,
    confirmed_micros, pending_micros, rejected_micros, refunded_micros
FROM waiting_share
UNION ALL
SELECT 1, time / 900000, campaign_id, offer_id, network_id, currency, status, 1, confirmed_micros, pending_micros,
    rejected_micros, refunded_micros
FROM waiting_share
UNION ALL
SELECT 2, status_time / 900000, campaign_id, offer_id, network_id, currency, status, 1, confirmed_micros, pending_micros,
    rejected_micros, refunded_micros
FROM waiting_share;

CREATE VIEW waiting_conversion_day AS
SELECT basis, (bucket * 900 + coalesce((
        SELECT seconds FROM day_offset WHERE day_offset.bucket <= waiting_conversion.bucket
        ORDER BY day_offset.bucket DESC LIMIT 1), 0)) / 86400 AS day,
    campaign_id, offer_id, network_id, currency, status, conversions, confirmed_micros, pending_micros, rejected_micros,
    refunded_micros
FROM waiting_conversion;

CREATE VIEW conversion_rollup AS
SELECT basis, bucket, campaign_id, offer_id, network_id, currency, status, conversions, confirmed_micros, pending_micros,
    rejected_micros, refunded_micros
FROM settled_rollup
UNION ALL
SELECT 0, click_time / 900000, campaign_id, offer_id, network_id, currency, status, 1, confirmed_micros, pending_micros,
    rejected_micros, refunded_micros
FROM conversion_share
UNION ALL
SELECT 1, time / 900000, campaign_id, offer_id, network_id, currency, status, 1, confirmed_micros, pending_micros,
    rejected_micros, refunded_micros
FROM waiting_share
UNION ALL
SELECT 2, status_time / 900000, campaign_id, offer_id, network_id, currency, status, 1, confirmed_micros, pending_micros,
    rejected_micros, refunded_micros
FROM waiting_share;

CREATE VIEW conversion_day AS
SELECT basis, day, campaign_id, offer_id, network_id, currency, status, conversions, confirmed_micros, pending_micros,
    rejected_micros, refunded_micros
FROM settled_day
UNION ALL
SELECT basis, day, campaign_id, offer_id, network_id, currency, status, conversions, confirmed_micros, pending_micros,
    rejected_micros, refunded_micros
FROM waiting_conversion_day;
