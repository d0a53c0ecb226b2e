-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO counter (name, value)
SELECT 'conversion_dropped', count(*)
FROM rereading_touched
WHERE slice = ? AND NOT EXISTS (SELECT 1 FROM rereading_conversion WHERE id = conversion_id)
ON CONFLICT (name) DO UPDATE SET value = value + excluded.value
