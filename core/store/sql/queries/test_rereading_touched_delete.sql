-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

DELETE FROM rereading_touched
WHERE conversion_id IN (
        SELECT id FROM conversion WHERE status = 5 AND (:network = 0 OR network_id = :network
            OR click_id IN (SELECT click_id FROM click WHERE kind = 3 AND network_id = :network))
        UNION ALL
        SELECT id FROM rereading_conversion WHERE status = 5 AND (:network = 0 OR network_id = :network
                OR click_id IN (SELECT click_id FROM click WHERE kind = 3 AND network_id = :network))
            AND NOT EXISTS (SELECT 1 FROM conversion WHERE conversion.id = rereading_conversion.id))
