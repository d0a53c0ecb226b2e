-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO counter (name, value) VALUES ('clicks_purged_until', ?)
ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
