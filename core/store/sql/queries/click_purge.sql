-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

DELETE FROM click
WHERE id IN (SELECT id FROM click WHERE click_id < ? AND time < ? ORDER BY click_id LIMIT ?)
RETURNING id
