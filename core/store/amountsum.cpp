// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "amountsum.h"

#include "storefailure.h"
#include "vocabulary/money.h"

#include <sqlite3.h>

namespace Matchbook {

namespace {

void addOne(sqlite3_context *context, int, sqlite3_value **values)
{
    auto *sum = static_cast<qint64 *>(sqlite3_aggregate_context(context, sizeof(qint64)));
    if (sum)
        *sum = saturatedSum(*sum, sqlite3_value_int64(values[0]));
    else
        sqlite3_result_error_nomem(context);
}

void tellSum(sqlite3_context *context)
{
    const auto *sum = static_cast<const qint64 *>(sqlite3_aggregate_context(context, 0));
    sqlite3_result_int64(context, sum ? *sum : 0);
}

} // namespace

Expected<void> addAmountSum(sqlite3 *connection)
{
    const int code
            = sqlite3_create_function_v2(connection, "sum_amounts", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                         nullptr, nullptr, addOne, tellSum, nullptr);
    if (code != SQLITE_OK)
        return unexpected(storeFailure(code, QString::fromUtf8(sqlite3_errmsg(connection))));
    return {};
}

} // namespace Matchbook
