-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 1 FROM postback WHERE conversion_id = ? AND method = ? AND query IS ? AND body IS ? LIMIT 1
