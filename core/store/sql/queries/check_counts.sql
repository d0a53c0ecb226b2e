-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT (SELECT count(*) FROM click), (SELECT count(*) FROM postback), (SELECT count(*) FROM conversion)
