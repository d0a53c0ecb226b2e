-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The keys that networks had before. They stay for good, so that whoever still uses one can be named.
CREATE TABLE retired_key (
    key TEXT PRIMARY KEY,
    network_id INTEGER NOT NULL REFERENCES network (id),
    valid_until INTEGER NOT NULL -- works before this time
) STRICT, WITHOUT ROWID;

-- The zone of the network's own reports; empty: not known.
ALTER TABLE network ADD COLUMN report_zone TEXT NOT NULL DEFAULT '';

-- What came with a key that has run out stands in quarantine, under the name of its network.
CREATE INDEX postback_by_expired_key ON postback (time) WHERE cause = 'expired_key';
