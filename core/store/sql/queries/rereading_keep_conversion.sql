-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO rereading_conversion SELECT * FROM conversion WHERE id = ?
