-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the network does otherwise than its preset, as JSON.
ALTER TABLE network ADD COLUMN mapping TEXT NOT NULL DEFAULT '{}';

-- What a person said of a postback; it holds when the postback is read again.
CREATE TABLE postback_decision (
    postback_id INTEGER PRIMARY KEY,
    click_id TEXT -- null: kept without a click
) STRICT;

-- The last application of a re-reading, in slices of one transaction each, with everything as it was before.
CREATE TABLE rereading (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    network_id INTEGER NOT NULL,
    state INTEGER NOT NULL, -- 0 being applied, 1 applied, 2 being undone
    begun_at INTEGER NOT NULL,
    touched_at INTEGER NOT NULL,
    slices INTEGER NOT NULL,
    postbacks INTEGER NOT NULL
) STRICT;

CREATE TABLE rereading_postback (
    postback_id INTEGER PRIMARY KEY,
    slice INTEGER NOT NULL,
    network_id INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    conversion_id INTEGER,
    cause TEXT,
    cause_detail TEXT,
    click_id TEXT,
    transaction_id TEXT,
    payout_micros INTEGER,
    currency TEXT,
    match INTEGER NOT NULL,
    decided INTEGER NOT NULL, -- 1: a decision was there
    decided_click_id TEXT
) STRICT;

CREATE INDEX rereading_postback_by_slice ON rereading_postback (slice);

-- Every conversion that was changed, removed or made; those that were there before are copied, row for row.
CREATE TABLE rereading_touched (
    conversion_id INTEGER PRIMARY KEY,
    slice INTEGER NOT NULL
) STRICT;

CREATE INDEX rereading_touched_by_slice ON rereading_touched (slice);

CREATE TABLE rereading_conversion AS SELECT * FROM conversion WHERE 0;

CREATE UNIQUE INDEX rereading_conversion_by_id ON rereading_conversion (id);

CREATE TABLE rereading_history AS SELECT * FROM conversion_history WHERE 0;

CREATE UNIQUE INDEX rereading_history_by_line ON rereading_history (conversion_id, postback_id);

-- Few rows have an outcome other than matched, and few of those that are matched a cause: the log's filters look them up here.
CREATE INDEX postback_by_outcome ON postback (outcome) WHERE outcome <> 0;

CREATE INDEX postback_by_cause ON postback (cause) WHERE cause IS NOT NULL;
