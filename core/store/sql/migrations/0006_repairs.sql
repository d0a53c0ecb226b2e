-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Few click IDs have to be mended; the log's filter finds those postbacks here without looking at any row.
CREATE INDEX postback_by_repair ON postback (match, cause, cause_detail) WHERE match IN (2, 3, 4);
