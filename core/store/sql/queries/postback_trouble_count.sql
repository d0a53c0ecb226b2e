-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a test click has brought waits for nobody. It is subtracted, as the others are counted in their index alone.
SELECT (SELECT count(*) FROM postback WHERE outcome >= 3 AND time >= :since)
    - (SELECT count(*) FROM postback
        WHERE outcome >= 3 AND time >= :since AND time >= (SELECT min(time) FROM click WHERE kind = 3)
            AND click_id IN (SELECT click_id FROM click WHERE kind = 3))
