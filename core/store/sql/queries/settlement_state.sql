-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT (SELECT value FROM counter WHERE name = 'settled_conversion'), (SELECT coalesce(max(id), 0) FROM conversion)
