-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Few rows are of tests, and they must be found without reading the others. kind 3 of a click and status 5 of a conversion
-- mean a test.

CREATE INDEX click_of_test ON click (network_id) WHERE kind = 3;

CREATE INDEX conversion_of_test ON conversion (network_id) WHERE status = 5;
