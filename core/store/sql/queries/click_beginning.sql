-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 1 FROM click WHERE click_id >= ? AND click_id < ? LIMIT 1
