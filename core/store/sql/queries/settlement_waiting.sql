-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id, click_id
FROM conversion
WHERE id > ? AND click_id IS NOT NULL
