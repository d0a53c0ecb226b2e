-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT click.time, click.network_id, click.campaign_id, click.offer_id, offer.default_payout_micros,
    offer.default_payout_currency, click.cost_micros, click.external_id, click.sub1, click.sub2, click.sub3, click.sub4,
    click.sub5, click.sub6, click.sub7, click.sub8, click.sub9, click.sub10, click.kind
FROM click
LEFT JOIN offer ON offer.id = click.offer_id
WHERE click.click_id = ?
