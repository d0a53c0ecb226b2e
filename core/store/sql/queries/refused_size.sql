-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT count(*) FROM postback INDEXED BY postback_by_cause WHERE cause IS NOT NULL AND cause = 'refused_request'
