-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id, name, preset, key, repeat_policy, decimal_mark, default_currency, default_status, sub_id_parameter,
    answer_text, allowed_senders, created_at, mapping, report_zone
FROM network
ORDER BY id
