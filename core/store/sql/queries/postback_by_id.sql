-- SPDX-FileCopyrightText: 2026 The Matchbook authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT postback.id, postback.time, postback.network_id, network.name, postback.method, postback.path, postback.query,
    postback.body, postback.content_type, postback.user_agent, postback.pixel, postback.sender, postback.outcome,
    postback.cause,
    CASE WHEN postback.cause = 'expired_key'
        THEN coalesce((SELECT name FROM network AS keyed WHERE '#' || keyed.id = postback.cause_detail), postback.cause_detail)
        ELSE postback.cause_detail
    END, postback.click_id, postback.transaction_id, postback.payout_micros,
    postback.currency, postback.conversion_id, campaign.name, postback.match,
    EXISTS (SELECT 1 FROM click WHERE click.click_id = postback.click_id AND click.kind = 3),
    postback.signature
FROM postback
LEFT JOIN network ON network.id = postback.network_id
LEFT JOIN conversion ON conversion.id = postback.conversion_id
LEFT JOIN campaign ON campaign.id = conversion.campaign_id
WHERE postback.id IN (SELECT value FROM json_each(:ids))
