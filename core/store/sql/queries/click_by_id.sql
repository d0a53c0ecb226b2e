-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT click.id, click.click_id, click.time, click.kind, campaign.name, offer.name, network.name, click.external_id,
    click.query, click.address, user_agent.text, click.referrer, click.cost_micros, click.sub1, click.sub2, click.sub3,
    click.sub4, click.sub5, click.sub6, click.sub7, click.sub8, click.sub9, click.sub10
FROM click
LEFT JOIN campaign ON campaign.id = click.campaign_id
LEFT JOIN offer ON offer.id = click.offer_id
LEFT JOIN network ON network.id = click.network_id
LEFT JOIN user_agent ON user_agent.id = click.user_agent_id
WHERE click.id IN (SELECT value FROM json_each(:ids))
