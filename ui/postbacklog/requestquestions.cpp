// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestquestions.h"

#include "rereading/testcase.h"
#include "store/catalogue.h"
#include "store/lists.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

const AffiliateNetwork *RequestAndNetworks::network() const
{
    const auto found = std::find_if(networks.cbegin(), networks.cend(),
                                    [this](const auto &one) { return one.id == request.networkId; });
    return found == networks.cend() ? nullptr : &*found;
}

Expected<RequestAndNetworks> requestById(Database &database, const Clock &clock, qint64 id)
{
    const auto rows = Lists(database).postbacksById({id});
    if (!rows)
        return unexpected(rows.error());
    if (rows->isEmpty())
        return unexpected(Failure::Kind::NotFound);
    const auto networks = Catalogue(database, clock).networks();
    if (!networks)
        return unexpected(networks.error());
    return RequestAndNetworks{rows->constFirst(), *networks};
}

Expected<PostbackCounts> countRequests(Database &database, qint64 since)
{
    RowFilter filter;
    filter.since = since;
    const auto all = Lists(database).postbackIndex(filter);
    if (!all)
        return unexpected(all.error());
    filter.words = {u"matched"_s, u"changed"_s, u"repeated"_s};
    const auto good = Lists(database).postbackIndex(filter);
    if (!good)
        return unexpected(good.error());
    const auto tests = Lists(database).postbacksOfTests(since);
    if (!tests)
        return unexpected(tests.error());
    const auto news = Lists(database).postbacksWithoutMoney(since);
    if (!news)
        return unexpected(news.error());
    return PostbackCounts{all->count() - tests->all - news->all, good->count() - tests->good - news->good};
}

Expected<RereadingChoice> choiceOfRequests(Database &database, const QList<qint64> &ids)
{
    const auto rows = Lists(database).postbacksById(ids);
    if (!rows)
        return unexpected(rows.error());
    RereadingChoice choice;
    choice.evenRefused = true;
    for (const PostbackRow &row : *rows) {
        if (!row.networkId.isValid() || (choice.network.isValid() && choice.network != row.networkId))
            return unexpected(Failure::Kind::BadUsage);
        choice.network = row.networkId;
        choice.ids << row.id;
    }
    if (choice.ids.isEmpty())
        return unexpected(Failure::Kind::NotFound);
    std::sort(choice.ids.begin(), choice.ids.end(),
              [](PostbackId one, PostbackId other) { return one.value < other.value; });
    return choice;
}

Expected<bool> saveRequest(Database &database, PostbackId id, const QString &folder)
{
    const auto testCase = storedTestCase(database, id);
    if (!testCase)
        return unexpected(testCase.error());
    if (auto saved = saveTestCase(*testCase, folder); !saved)
        return unexpected(saved.error());
    return true;
}

} // namespace Matchbook
