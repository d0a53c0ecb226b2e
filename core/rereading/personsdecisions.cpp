// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personsdecisions.h"

#include "matching/matchpostback.h"
#include "rereadingjournal.h"
#include "store/cataloguerows.h"
#include "store/lists.h"

#include <algorithm>

namespace Matchbook {

namespace {

Expected<PostbackRow> rowOf(Database &database, PostbackId id)
{
    const auto rows = Lists(database).postbacksById({id.value});
    if (!rows)
        return unexpected(rows.error());
    if (rows->isEmpty())
        return unexpected(Failure::Kind::NotFound, QStringLiteral("postback %1").arg(id.value));
    return rows->first();
}

Expected<void> checkClick(Database &database, const PersonsDecision &decision)
{
    const auto id = ClickId::parse(decision.clickId.toLatin1());
    if (!id)
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("\"%1\" is not a click ID of 20 characters").arg(decision.clickId));
    const auto click = ClickTable(database).find(*id);
    if (!click)
        return unexpected(click.error());
    if (!*click)
        return unexpected(Failure::Kind::NotFound, QStringLiteral("click %1").arg(decision.clickId));
    return {};
}

Expected<void> checkNetwork(Database &database, NetworkId network)
{
    Statement select(database, "network_list");
    if (auto done = select.run(); !done)
        return done;
    while (select.next()) {
        if (networkFrom(select).id == network)
            return {};
    }
    return unexpected(Failure::Kind::NotFound, QStringLiteral("network %1").arg(network.value));
}

} // namespace

Expected<void> checkDecision(Database &database, const PersonsDecision &decision)
{
    const auto row = rowOf(database, decision.postback);
    if (!row)
        return unexpected(row.error());
    if (row->cause == PostbackCause::RefusedRequest)
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("postback %1 was not taken in whole, so nothing can come of it")
                                  .arg(row->id.value));
    if (causeOf(row->signature) != PostbackCause::None)
        return unexpected(
                Failure::Kind::BadUsage,
                QStringLiteral(
                        "postback %1 is not proven to come from its network, so nothing in it can be counted")
                        .arg(row->id.value));
    const bool inQuarantine = !row->networkId.isValid();
    if (decision.kind == PersonsDecision::Kind::Adopt) {
        if (!inQuarantine)
            return unexpected(Failure::Kind::BadUsage,
                              QStringLiteral("postback %1 has a network already").arg(row->id.value));
        return checkNetwork(database, decision.network);
    }
    if (inQuarantine)
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("postback %1 came with an unknown key: adopt it for a network first")
                                  .arg(row->id.value));
    if (decision.kind == PersonsDecision::Kind::Attach)
        return checkClick(database, decision);
    if (row->conversion.isValid())
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("postback %1 has a conversion already").arg(row->id.value));
    return {};
}

Expected<void> carryOut(Database &database, const PersonsDecision &decision, qint64 slice)
{
    if (auto kept = keepPostback(database, decision.postback, slice); !kept)
        return kept;
    const qint64 id = decision.postback.value;
    switch (decision.kind) {
    case PersonsDecision::Kind::Adopt:
        return Statement(database, "decision_adopt").run(decision.network.value, id);
    case PersonsDecision::Kind::Attach:
        return Statement(database, "decision_attach").run(id, decision.clickId);
    case PersonsDecision::Kind::Keep:
        break;
    }
    return Statement(database, "decision_attach").run(id, QString());
}

Expected<RereadingChoice> choiceOf(Database &database, PostbackId postback,
                                   const std::optional<PersonsDecision> &decision)
{
    const auto row = rowOf(database, postback);
    if (!row)
        return unexpected(row.error());
    RereadingChoice choice;
    choice.ids = {postback};
    choice.network = row->networkId;
    choice.decision = decision;
    choice.evenRefused = true;
    if (decision && decision->kind == PersonsDecision::Kind::Adopt)
        choice.network = decision->network;
    return choice;
}

} // namespace Matchbook
