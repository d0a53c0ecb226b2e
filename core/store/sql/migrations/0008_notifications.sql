-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- 0 not a signed notification, 1 right, 2 wrong, 3 no secret to check it with, 4 no notification.
ALTER TABLE postback ADD COLUMN signature INTEGER NOT NULL DEFAULT 0;

-- Until when a key of before works, of a postback that came with it. Its cause may be another one when it waits for its click.
ALTER TABLE postback ADD COLUMN old_key_until INTEGER;

UPDATE postback SET old_key_until = CAST(cause_detail AS INTEGER) WHERE cause = 'old_key';
