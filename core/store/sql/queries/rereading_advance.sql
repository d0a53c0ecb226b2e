-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

UPDATE rereading SET state = ?, touched_at = ?, slices = ?, postbacks = postbacks + ? WHERE run = ? RETURNING id
