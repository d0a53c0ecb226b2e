-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT OR IGNORE INTO rereading_touched (conversion_id, slice) VALUES (?, ?)
RETURNING conversion_id
