-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Times are Unix milliseconds UTC, amounts are millionths of the currency's unit.

CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO counter (name, value) VALUES ('settings_version', 1), ('quarantine_dropped', 0);

CREATE TABLE network (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    preset TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    repeat_policy TEXT NOT NULL,
    decimal_mark TEXT NOT NULL,
    default_currency TEXT NOT NULL,
    default_status TEXT NOT NULL,
    sub_id_parameter TEXT NOT NULL,
    answer_text TEXT NOT NULL,
    allowed_senders TEXT NOT NULL, -- one a line
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE offer (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    network_id INTEGER NOT NULL REFERENCES network (id),
    url TEXT NOT NULL,
    default_payout_micros INTEGER NOT NULL,
    default_payout_currency TEXT NOT NULL, -- empty: no default payout
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE campaign (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    traffic_source TEXT NOT NULL,
    cost_per_click_micros INTEGER NOT NULL,
    cost_currency TEXT NOT NULL,
    archived INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE campaign_offer (
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    position INTEGER NOT NULL,
    offer_id INTEGER NOT NULL REFERENCES offer (id),
    weight INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE user_agent (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;

-- click_id begins with its time, so its index grows at the right edge only and also serves for time ranges.
CREATE TABLE click (
    id INTEGER PRIMARY KEY,
    click_id TEXT NOT NULL UNIQUE,
    time INTEGER NOT NULL,
    kind INTEGER NOT NULL, -- 0 visitor, 1 bot, 2 probe
    campaign_id INTEGER NOT NULL,
    offer_id INTEGER NOT NULL,
    network_id INTEGER NOT NULL,
    cost_micros INTEGER NOT NULL,
    cost_currency TEXT NOT NULL,
    query BLOB,
    user_agent_id INTEGER,
    address TEXT,
    referrer TEXT,
    external_id TEXT,
    sub1 TEXT,
    sub2 TEXT,
    sub3 TEXT,
    sub4 TEXT,
    sub5 TEXT,
    sub6 TEXT,
    sub7 TEXT,
    sub8 TEXT,
    sub9 TEXT,
    sub10 TEXT
) STRICT;

-- Every request ever received on a postback path. network_id is 0 in quarantine.
CREATE TABLE postback (
    id INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    network_id INTEGER NOT NULL,
    outcome INTEGER NOT NULL, -- 0 matched, 1 repeated, 2 changed, 3 unmatched, 4 not understood, 5 refused
    conversion_id INTEGER,
    cause TEXT,
    cause_detail TEXT,
    click_id TEXT,
    transaction_id TEXT,
    payout_micros INTEGER,
    currency TEXT,
    match INTEGER NOT NULL, -- 0 none, 1 exact, 2 decoded, 3 case-folded, 4 trimmed, 5 transaction
    pixel INTEGER NOT NULL,
    method TEXT NOT NULL,
    sender TEXT NOT NULL,
    path BLOB NOT NULL,
    query BLOB,
    body BLOB,
    content_type TEXT,
    user_agent TEXT
) STRICT;

CREATE INDEX postback_by_conversion ON postback (conversion_id) WHERE conversion_id IS NOT NULL;
CREATE INDEX postback_by_time ON postback (time);
CREATE INDEX postback_by_network ON postback (network_id);
CREATE INDEX postback_by_trouble ON postback (time) WHERE outcome >= 3;
CREATE INDEX postback_by_waiting_click ON postback (click_id) WHERE outcome = 3 AND click_id IS NOT NULL;

-- Names are looked up, everything else is copied from the click: purging clicks changes no total.
-- dedup_key is never null, so that the constraint holds for networks that send no transaction ID.
CREATE TABLE conversion (
    id INTEGER PRIMARY KEY,
    network_id INTEGER NOT NULL,
    dedup_key TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    offer_id INTEGER NOT NULL,
    transaction_id TEXT,
    click_id TEXT,
    click_time INTEGER NOT NULL,
    time INTEGER NOT NULL,
    status_time INTEGER NOT NULL,
    event TEXT NOT NULL,
    status INTEGER NOT NULL, -- 0 pending, 1 approved, 2 rejected, 3 refunded, 4 charged back, 5 test, 6 ignored
    payout_micros INTEGER NOT NULL,
    currency TEXT NOT NULL,
    refunded_micros INTEGER NOT NULL,
    cost_micros INTEGER NOT NULL,
    match INTEGER NOT NULL,
    times_received INTEGER NOT NULL,
    sale_seen INTEGER NOT NULL,
    external_id TEXT,
    sub1 TEXT,
    sub2 TEXT,
    sub3 TEXT,
    sub4 TEXT,
    sub5 TEXT,
    sub6 TEXT,
    sub7 TEXT,
    sub8 TEXT,
    sub9 TEXT,
    sub10 TEXT,
    UNIQUE (network_id, dedup_key)
) STRICT;

CREATE INDEX conversion_by_click ON conversion (click_id) WHERE click_id IS NOT NULL;
CREATE INDEX conversion_by_time ON conversion (time);

CREATE TABLE conversion_history (
    conversion_id INTEGER NOT NULL,
    postback_id INTEGER NOT NULL,
    time INTEGER NOT NULL,
    status INTEGER NOT NULL,
    payout_micros INTEGER NOT NULL,
    currency TEXT NOT NULL,
    refunded_micros INTEGER NOT NULL,
    PRIMARY KEY (conversion_id, postback_id)
) STRICT, WITHOUT ROWID;

-- bucket is a quarter of an hour: Unix time in seconds divided by 900. Zones with offsets of 30 and 45 minutes have
-- their day borders on quarter hours too.
CREATE TABLE click_rollup (
    bucket INTEGER NOT NULL,
    campaign_id INTEGER NOT NULL,
    offer_id INTEGER NOT NULL,
    network_id INTEGER NOT NULL,
    currency TEXT NOT NULL,
    clicks INTEGER NOT NULL,
    bots INTEGER NOT NULL,
    probes INTEGER NOT NULL,
    cost_micros INTEGER NOT NULL,
    PRIMARY KEY (bucket, campaign_id, offer_id, network_id, currency)
) STRICT, WITHOUT ROWID;

-- basis says which date of the conversion the bucket is: 0 click, 1 conversion, 2 status.
CREATE TABLE conversion_rollup (
    basis INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    campaign_id INTEGER NOT NULL,
    offer_id INTEGER NOT NULL,
    network_id INTEGER NOT NULL,
    currency TEXT NOT NULL,
    status INTEGER NOT NULL,
    conversions INTEGER NOT NULL,
    confirmed_micros INTEGER NOT NULL,
    pending_micros INTEGER NOT NULL,
    rejected_micros INTEGER NOT NULL,
    refunded_micros INTEGER NOT NULL,
    PRIMARY KEY (basis, bucket, campaign_id, offer_id, network_id, currency, status)
) STRICT, WITHOUT ROWID;

-- The same sums by days of one zone, the one that people look at: a month of days is read in a moment. Made again from the
-- quarter hours when the zone changes.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO setting (name, value) VALUES ('day_zone', 'UTC');

CREATE TABLE click_day (
    day INTEGER NOT NULL, -- days since 1970-01-01 in the zone
    campaign_id INTEGER NOT NULL,
    offer_id INTEGER NOT NULL,
    network_id INTEGER NOT NULL,
    currency TEXT NOT NULL,
    clicks INTEGER NOT NULL,
    bots INTEGER NOT NULL,
    probes INTEGER NOT NULL,
    cost_micros INTEGER NOT NULL,
    PRIMARY KEY (day, campaign_id, offer_id, network_id, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE conversion_day (
    basis INTEGER NOT NULL,
    day INTEGER NOT NULL,
    campaign_id INTEGER NOT NULL,
    offer_id INTEGER NOT NULL,
    network_id INTEGER NOT NULL,
    currency TEXT NOT NULL,
    status INTEGER NOT NULL,
    conversions INTEGER NOT NULL,
    confirmed_micros INTEGER NOT NULL,
    pending_micros INTEGER NOT NULL,
    rejected_micros INTEGER NOT NULL,
    refunded_micros INTEGER NOT NULL,
    PRIMARY KEY (basis, day, campaign_id, offer_id, network_id, currency, status)
) STRICT, WITHOUT ROWID;
