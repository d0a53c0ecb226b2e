-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

DELETE FROM click WHERE kind = 3 AND (:network = 0 OR network_id = :network) RETURNING id
