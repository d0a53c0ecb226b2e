// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storefixture.h"

namespace Matchbook {

/// Every row that re-reading may touch, column by column, and what the roll-ups hold besides zeros.
inline QStringList dumpOf(Database &database)
{
    static const char *const queries[] = {
            "SELECT group_concat(x, char(10)) FROM (SELECT json_array(id, network_id, dedup_key, campaign_id, offer_id, "
            "transaction_id, click_id, click_time, time, status_time, event, status, payout_micros, currency, "
            "refunded_micros, cost_micros, match, times_received, sale_seen, external_id, sub1, sub2) AS x "
            "FROM conversion ORDER BY id)",
            "SELECT group_concat(x, char(10)) FROM (SELECT json_array(conversion_id, postback_id, time, status, "
            "payout_micros, currency, refunded_micros) AS x FROM conversion_history ORDER BY 1)",
            "SELECT group_concat(x, char(10)) FROM (SELECT json_array(id, time, network_id, outcome, conversion_id, cause, "
            "cause_detail, click_id, transaction_id, payout_micros, currency, match) AS x FROM postback ORDER BY id)",
            "SELECT group_concat(x, char(10)) FROM (SELECT json_array(postback_id, click_id) AS x "
            "FROM postback_decision ORDER BY postback_id)",
            "SELECT group_concat(x, char(10)) FROM (SELECT json_array(basis, bucket, campaign_id, offer_id, network_id, "
            "currency, status, sum(conversions), sum(confirmed_micros), sum(pending_micros), sum(rejected_micros), "
            "sum(refunded_micros)) AS x FROM conversion_rollup "
            "GROUP BY basis, bucket, campaign_id, offer_id, network_id, currency, status HAVING sum(conversions) <> 0 "
            "ORDER BY 1)",
    };
    QStringList dump;
    for (const char *query : queries)
        dump << taken(database.ask(QString::fromLatin1(query))).toString().split(u'\n');
    return dump;
}

} // namespace Matchbook
