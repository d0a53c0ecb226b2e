-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

DELETE FROM setting WHERE name >= 'test_token/' AND name < 'test_token0' AND CAST(value AS INTEGER) < ?
