-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

DELETE FROM rereading_postback WHERE postback_id NOT IN (SELECT id FROM postback)
