-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id
FROM postback
WHERE time >= :since AND time < :until
    AND (:network = 0 OR network_id = :network)
    AND (:words = '' OR instr(:words, ',' || outcome || ',') > 0)
    AND (:causes = '' OR instr(:causes, ',' || coalesce(cause, '') || ',') > 0
        OR (match IN (2, 3, 4)
            AND (instr(:causes, CASE match WHEN 2 THEN ',decoded,' WHEN 3 THEN ',case_folded,' ELSE ',trimmed,' END) > 0
                OR (cause IS NULL
                    AND ((instr(:causes, ',decoded,') > 0 AND instr(cause_detail, 'decoded') > 0)
                        OR (instr(:causes, ',case_folded,') > 0 AND instr(cause_detail, 'case_folded') > 0))))))
    AND (:tests = 1 OR outcome < 3 OR click_id IS NULL
        OR click_id NOT IN (SELECT click_id FROM click WHERE kind = 3))
    AND (:search = '' OR instr(click_id, :search) > 0 OR instr(transaction_id, :search) > 0
        OR instr(CAST(query AS TEXT), :search) > 0 OR instr(CAST(body AS TEXT), :search) > 0)
ORDER BY time DESC, id DESC
LIMIT :limit
