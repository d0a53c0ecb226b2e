// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testpurge.h"

#include "statement.h"
#include "transaction.h"

namespace Matchbook {

namespace {

/// Runs a statement about the tests of \a network and counts the rows that it gives back.
Expected<int> runFor(Database &database, const char *name, NetworkId network)
{
    Statement statement(database, name);
    if (auto done = statement.runNamed({{"network", network.value}}); !done)
        return unexpected(done.error());
    int rows = 0;
    while (statement.next())
        ++rows;
    if (const auto failure = statement.failure())
        return unexpected(*failure);
    return rows;
}

} // namespace

Expected<PurgedTests> purgeTests(Database &database, NetworkId network)
{
    Transaction transaction(database);
    if (!transaction.begun())
        return unexpected(transaction.begun().error());
    PurgedTests purged;
    int others = 0;
    // What is found by the clicks and conversions goes before them.
    const std::pair<const char *, int *> steps[] = {{"test_rows_dropped", &others},
                                                    {"test_rereading_touched_delete", &others},
                                                    {"test_rereading_history_delete", &others},
                                                    {"test_rereading_conversion_delete", &others},
                                                    {"test_postback_delete", &purged.postbacks},
                                                    {"test_rereading_postback_delete", &others},
                                                    {"test_decision_delete", &others},
                                                    {"test_history_delete", &others},
                                                    {"test_conversion_of_click_delete", &others},
                                                    {"test_conversion_delete", &purged.conversions},
                                                    {"test_click_delete", &purged.clicks}};
    for (const auto &[name, count] : steps) {
        const auto rows = runFor(database, name, network);
        if (!rows)
            return unexpected(rows.error());
        *count = *rows;
    }
    if (purged.postbacks > 0) {
        Statement dropped(database, "quarantine_dropped_add");
        if (auto done = dropped.run(purged.postbacks); !done)
            return unexpected(done.error());
    }
    if (auto done = transaction.commit(); !done)
        return unexpected(done.error());
    return purged;
}

} // namespace Matchbook
