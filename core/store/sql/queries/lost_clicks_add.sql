-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO counter (name, value) VALUES ('lost_clicks', ?)
ON CONFLICT (name) DO UPDATE SET value = value + excluded.value
