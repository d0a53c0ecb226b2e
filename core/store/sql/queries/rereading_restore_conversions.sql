-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO conversion
SELECT * FROM rereading_conversion WHERE id IN (SELECT conversion_id FROM rereading_touched WHERE slice = ?)
