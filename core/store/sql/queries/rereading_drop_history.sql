-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

DELETE FROM rereading_history WHERE conversion_id IN (SELECT conversion_id FROM rereading_touched WHERE slice = ?)
