-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Whose re-reading it is: who comes back after another has taken it over finds another text here, and stops.
ALTER TABLE rereading ADD COLUMN run TEXT NOT NULL DEFAULT '';

-- A key that has run out names its network by number: names change.
UPDATE postback SET cause_detail = (SELECT '#' || min(id) FROM network WHERE network.name = postback.cause_detail)
WHERE cause = 'expired_key' AND cause_detail IN (SELECT name FROM network);

UPDATE rereading_postback
SET cause_detail = (SELECT '#' || min(id) FROM network WHERE network.name = rereading_postback.cause_detail)
WHERE cause = 'expired_key' AND cause_detail IN (SELECT name FROM network);
