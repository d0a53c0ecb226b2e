-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT OR REPLACE INTO rereading (id, network_id, state, begun_at, touched_at, slices, postbacks, run)
VALUES (1, ?, 0, ?, ?, 0, 0, ?)
