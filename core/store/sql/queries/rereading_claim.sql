-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

UPDATE rereading SET run = ?, state = 2, touched_at = ?
