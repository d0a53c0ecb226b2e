-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- match is the last step of a repair. Where there were several and nothing else to say, all stand in cause_detail.
SELECT id
FROM postback INDEXED BY postback_by_repair
WHERE match IN (2, 3, 4) AND (match = ? OR (cause IS NULL AND instr(cause_detail, ?) > 0))
