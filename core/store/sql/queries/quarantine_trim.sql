-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

DELETE FROM postback
WHERE id IN (SELECT id FROM postback WHERE network_id = 0 ORDER BY id LIMIT ?)
