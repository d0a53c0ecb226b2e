-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id
FROM postback
WHERE outcome >= 3 AND time >= (SELECT min(time) FROM click WHERE kind = 3)
    AND click_id IN (SELECT click_id FROM click WHERE kind = 3)
