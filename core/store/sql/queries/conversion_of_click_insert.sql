-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO conversion_of_click (click_id, conversion_id) VALUES (?, ?)
