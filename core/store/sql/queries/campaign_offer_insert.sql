-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

INSERT INTO campaign_offer (campaign_id, position, offer_id, weight)
VALUES (?, ?, ?, ?)
