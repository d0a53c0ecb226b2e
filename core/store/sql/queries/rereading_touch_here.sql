-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO rereading_touched (conversion_id, slice) VALUES (?, ?)
ON CONFLICT (conversion_id) DO UPDATE SET slice = excluded.slice
