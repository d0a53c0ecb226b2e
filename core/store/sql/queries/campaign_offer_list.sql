-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT campaign_id, offer_id, weight
FROM campaign_offer
ORDER BY campaign_id, position
