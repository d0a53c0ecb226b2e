-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO rereading_history SELECT * FROM conversion_history WHERE conversion_id = ?
