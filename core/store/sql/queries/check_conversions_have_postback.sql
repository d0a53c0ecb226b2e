-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT count(*)
FROM conversion
WHERE id NOT IN (SELECT conversion_id FROM postback WHERE conversion_id IS NOT NULL)
