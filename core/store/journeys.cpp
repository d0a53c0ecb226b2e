// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lists.h"

#include "networks/presetcatalogue.h"
#include "networks/urltemplate.h"
#include "rowreading.h"

namespace Matchbook {

namespace {

template<typename Value>
Expected<qint64> firstNumber(Database &database, const char *statement, const Value &value)
{
    Statement select(database, statement);
    if (auto done = select.run(value); !done)
        return unexpected(done.error());
    return select.next() ? select.number(0) : 0;
}

template<typename Value>
Expected<QList<qint64>> numbers(Database &database, const char *statement, const Value &value)
{
    Statement select(database, statement);
    if (auto done = select.run(value); !done)
        return unexpected(done.error());
    QList<qint64> found;
    while (select.next())
        found << select.number(0);
    return found;
}

/// The URL is made again from the stored offer, so an offer that was edited since shows its present form.
QByteArray redirectOf(Database &database, const PresetCatalogue &presets, const ClickRow &click)
{
    Statement select(database, "click_redirect");
    const auto clickId = ClickId::parse(click.clickId.toLatin1());
    if (!select.run(click.id) || !select.next() || !clickId || select.text(0).isEmpty())
        return {};
    QString parameter = select.text(1);
    if (parameter.isEmpty())
        parameter = presets.findOrGeneric(select.text(2)).subIdParameter;
    return offerUrlFor(select.text(0), parameter, {*clickId, click.subIds, click.externalId, select.text(3)});
}

Expected<void> addClick(Database &database, const PresetCatalogue &presets, const QString &clickId,
                        Journey &journey)
{
    const auto id = firstNumber(database, "click_row_by_click_id", clickId);
    if (!id)
        return unexpected(id.error());
    if (*id == 0)
        return {};
    auto rows = readRows<ClickRow>(database, "click_by_id", {*id});
    if (!rows)
        return unexpected(rows.error());
    if (!rows->isEmpty()) {
        journey.click = rows->first();
        journey.redirectedTo = redirectOf(database, presets, *journey.click);
    }
    return {};
}

Expected<void> addConversion(Database &database, ConversionId id, Journey &journey)
{
    auto rows = readRows<ConversionRow>(database, "conversion_by_id", {id.value});
    if (!rows)
        return unexpected(rows.error());
    if (rows->isEmpty())
        return {};
    journey.conversion = rows->first();
    Statement history(database, "history_of_conversion");
    if (auto done = history.run(id.value); !done)
        return done;
    while (history.next()) {
        journey.history << HistoryLine{history.number(0),
                                       {history.number(1)},
                                       ConversionStatus(history.number(2)),
                                       {history.number(3),
                                        Currency::fromCode(history.text(4)).value_or(Currency())},
                                       history.number(5)};
    }
    return {};
}

template<typename Value>
Expected<void> addPostbacks(Database &database, const char *statement, const Value &of, Journey &journey)
{
    const auto ids = numbers(database, statement, of);
    if (!ids)
        return unexpected(ids.error());
    auto rows = readRows<PostbackRow>(database, "postback_by_id", *ids);
    if (!rows)
        return unexpected(rows.error());
    journey.postbacks << *rows;
    return {};
}

} // namespace

const PresetCatalogue &Lists::presets()
{
    static const PresetCatalogue compiledIn;
    return m_presets ? *m_presets : compiledIn;
}

Expected<Journey> Lists::journeyOfConversion(ConversionId id)
{
    Journey journey;
    if (auto done = addConversion(m_database, id, journey); !done)
        return unexpected(done.error());
    if (!journey.conversion)
        return unexpected(Failure::Kind::NotFound, QStringLiteral("conversion %1").arg(id.value));
    if (auto done = addClick(m_database, presets(), journey.conversion->conversion.clickId, journey); !done)
        return unexpected(done.error());
    if (auto done = addPostbacks(m_database, "postback_of_conversion", id.value, journey); !done)
        return unexpected(done.error());
    return journey;
}

Expected<Journey> Lists::journeyOfClick(const QString &clickId)
{
    const auto conversion = firstNumber(m_database, "conversion_newest_of_click", clickId);
    if (!conversion)
        return unexpected(conversion.error());
    if (*conversion > 0)
        return journeyOfConversion({*conversion});
    Journey journey;
    if (auto done = addClick(m_database, presets(), clickId, journey); !done)
        return unexpected(done.error());
    if (auto done = addPostbacks(m_database, "postback_waiting_of_click", clickId, journey); !done)
        return unexpected(done.error());
    if (!journey.click && journey.postbacks.isEmpty())
        return unexpected(Failure::Kind::NotFound, clickId);
    return journey;
}

Expected<Journey> Lists::journeyOfPostback(PostbackId id)
{
    auto rows = readRows<PostbackRow>(m_database, "postback_by_id", {id.value});
    if (!rows)
        return unexpected(rows.error());
    if (rows->isEmpty())
        return unexpected(Failure::Kind::NotFound, QStringLiteral("request %1").arg(id.value));
    const PostbackRow postback = rows->first();
    if (postback.conversion.isValid())
        return journeyOfConversion(postback.conversion);
    Journey journey;
    if (!postback.clickId.isEmpty()) {
        if (auto done = addClick(m_database, presets(), postback.clickId, journey); !done)
            return unexpected(done.error());
    }
    journey.postbacks << postback;
    return journey;
}

} // namespace Matchbook
