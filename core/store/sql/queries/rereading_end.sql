-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

DELETE FROM rereading WHERE run = ? RETURNING id
