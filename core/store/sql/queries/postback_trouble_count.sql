-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT count(*) FROM postback WHERE outcome >= 3 AND time >= ?
