-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO retired_key (key, network_id, valid_until)
SELECT key, id, ? FROM network WHERE id = ?
