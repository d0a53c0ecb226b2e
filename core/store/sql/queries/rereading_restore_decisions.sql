-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO postback_decision (postback_id, click_id)
SELECT postback_id, decided_click_id FROM rereading_postback WHERE slice = ? AND decided = 1
