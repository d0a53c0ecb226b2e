// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clicktable.h"

namespace Matchbook {

namespace {

/// Enough for the agents of a busy week; beyond it the memory starts afresh.
constexpr qsizetype rememberedUserAgents = 4096;

} // namespace

ClickTable::ClickTable(const Database &database)
    : m_insert(database, "click_insert"), m_find(database, "click_for_match"),
      m_findBeginning(database, "click_beginning"), m_findAgent(database, "user_agent_find"),
      m_insertAgent(database, "user_agent_insert")
{ }

Expected<void> ClickTable::insert(const NewClick &click)
{
    const auto agent = userAgentId(click.userAgent);
    if (!agent)
        return unexpected(agent.error());
    return m_insert.bind(click.clickId.toString())
            .bind(click.time)
            .bind(int(click.kind))
            .bind(click.campaign.value)
            .bind(click.offer.value)
            .bind(click.network.value)
            .bind(click.costMicros)
            .bind(click.costCurrency.isValid() ? click.costCurrency.code() : QStringLiteral(""))
            .bind(bytesOrNull(click.query))
            .bind(*agent)
            .bind(textOrNull(click.address))
            .bind(textOrNull(click.referrer))
            .bind(textOrNull(click.externalId))
            .bind(click.subIds)
            .runBound();
}

Expected<std::optional<MatchedClick>> ClickTable::find(const ClickId &clickId)
{
    if (auto done = m_find.run(clickId.toString()); !done)
        return unexpected(done.error());
    if (!m_find.next()) {
        if (const auto failure = m_find.failure())
            return unexpected(*failure);
        return std::optional<MatchedClick>();
    }
    MatchedClick click;
    click.clickId = clickId;
    click.time = m_find.number(0);
    click.network = {m_find.number(1)};
    click.campaign = {m_find.number(2)};
    click.offer = {m_find.number(3)};
    click.offerPayout = {m_find.number(4), Currency::fromCode(m_find.text(5)).value_or(Currency())};
    click.costMicros = m_find.number(6);
    click.externalId = m_find.text(7);
    click.subIds = subIdsFrom(m_find, 8);
    click.isTest = ClickKind(m_find.number(18)) == ClickKind::Test;
    m_find.finish();
    return std::optional<MatchedClick>(std::move(click));
}

Expected<void> ClickTable::answerPiece(AskedQuestion &asked)
{
    const QString beginning = QString::fromLatin1(askedBeginning(asked));
    if (beginning.isEmpty())
        return {};
    // Behind every digit of an ID.
    if (auto done = m_findBeginning.run(beginning, QString(beginning + u'~')); !done)
        return done;
    if (m_findBeginning.next())
        answerBeginning(asked, beginning.size());
    else if (const auto failure = m_findBeginning.failure())
        return unexpected(*failure);
    m_findBeginning.finish();
    return {};
}

Expected<std::optional<qint64>> ClickTable::userAgentId(const QString &text)
{
    if (text.isEmpty())
        return std::optional<qint64>();
    if (const auto known = m_userAgents.constFind(text); known != m_userAgents.constEnd())
        return std::optional(*known);
    if (m_userAgents.size() >= rememberedUserAgents)
        m_userAgents.clear();
    for (Statement *statement : {&m_findAgent, &m_insertAgent}) {
        if (auto done = statement->run(text); !done)
            return unexpected(done.error());
        if (statement->next()) {
            const qint64 id = statement->number(0);
            statement->finish();
            m_userAgents.insert(text, id);
            return std::optional(id);
        }
        if (const auto failure = statement->failure())
            return unexpected(*failure);
    }
    return std::optional<qint64>();
}

} // namespace Matchbook
