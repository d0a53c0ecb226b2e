-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE half_made (id INTEGER PRIMARY KEY) STRICT;

ALTER TABLE no_such_table ADD COLUMN x INTEGER;
