-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT network_id, state, begun_at, touched_at, slices, postbacks, run FROM rereading
