-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO network (name, preset, repeat_policy, decimal_mark, default_currency, default_status, sub_id_parameter,
    answer_text, allowed_senders, mapping, report_zone, key, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
RETURNING id
