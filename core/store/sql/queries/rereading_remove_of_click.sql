-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

DELETE FROM conversion_of_click
WHERE (click_id, conversion_id) IN (SELECT click_id, id FROM conversion
    WHERE click_id IS NOT NULL AND id IN (SELECT conversion_id FROM rereading_touched WHERE slice = ?))
