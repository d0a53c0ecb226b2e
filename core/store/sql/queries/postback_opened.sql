-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

UPDATE postback SET query = ?, body = ?, content_type = ?, signature = ? WHERE id = ?
