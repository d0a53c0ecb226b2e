-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

UPDATE counter SET value = ? WHERE name = 'settled_conversion'
