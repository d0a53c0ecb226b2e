-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT OR REPLACE INTO postback_decision (postback_id, click_id) VALUES (?, ?)
