-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT coalesce((SELECT min(id) FROM conversion), 0), coalesce((SELECT max(id) FROM conversion), 0)
