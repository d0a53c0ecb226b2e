// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkkey.h"

#include "catalogue.h"
#include "random.h"
#include "statement.h"
#include "transaction.h"
#include "vocabulary/clock.h"

#include <algorithm>

namespace Matchbook {

namespace {

constexpr int keyLength = 16;

} // namespace

QString newNetworkKey()
{
    return QString::fromLatin1(randomKey(keyLength));
}

Expected<AffiliateNetwork> Catalogue::rotateKey(NetworkId id, qint64 keepMs)
{
    if (keepMs < 0)
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("the old key cannot work for less than no time"));
    Transaction transaction(m_database);
    if (!transaction.begun())
        return unexpected(transaction.begun().error());
    const qint64 until = m_clock.now() + keepMs;
    if (auto done = Statement(m_database, "retired_key_shorten").run(until, id.value); !done)
        return unexpected(done.error());
    if (auto done = Statement(m_database, "retired_key_insert").run(until, id.value); !done)
        return unexpected(done.error());
    Statement update(m_database, "network_rotate_key");
    if (auto done = update.run(newNetworkKey(), id.value); !done)
        return unexpected(done.error());
    if (!update.next())
        return unexpected(update.failure().value_or(
                Failure{Failure::Kind::NotFound, QStringLiteral("there is no such network")}));
    update.finish();
    if (auto bumped = bumpVersion(); !bumped)
        return unexpected(bumped.error());
    const auto stored = networks();
    if (!stored)
        return unexpected(stored.error());
    if (auto done = transaction.commit(); !done)
        return unexpected(done.error());
    return *std::find_if(stored->cbegin(), stored->cend(), [id](const auto &one) { return one.id == id; });
}

Expected<QList<RetiredKey>> Catalogue::retiredKeys()
{
    Statement select(m_database, "retired_key_list");
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    QList<RetiredKey> keys;
    while (select.next())
        keys << RetiredKey{select.text(0), {select.number(1)}, select.number(2)};
    return keys;
}

} // namespace Matchbook
