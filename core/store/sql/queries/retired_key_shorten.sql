-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

UPDATE retired_key SET valid_until = min(valid_until, ?) WHERE network_id = ?
