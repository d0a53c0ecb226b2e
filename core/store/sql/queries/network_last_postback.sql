-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT coalesce((SELECT time FROM postback WHERE network_id = ? AND method <> 'IMPORT' ORDER BY id DESC LIMIT 1), 0)
