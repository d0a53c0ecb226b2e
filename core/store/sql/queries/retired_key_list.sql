-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT key, network_id, valid_until FROM retired_key ORDER BY valid_until
