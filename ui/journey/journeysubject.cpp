// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeysubject.h"

#include "engine/engine.h"
#include "store/lists.h"

namespace Matchbook {

namespace {

Expected<Journey> journeyOfClick(Lists &lists, const JourneySubject &subject)
{
    if (!subject.clickId.isEmpty())
        return lists.journeyOfClick(subject.clickId);
    const auto rows = lists.clicksById({subject.id});
    if (!rows)
        return unexpected(rows.error());
    if (rows->isEmpty())
        return unexpected(Failure::Kind::NotFound);
    return lists.journeyOfClick(rows->constFirst().clickId);
}

} // namespace

AskJourney storedJourneys(Engine &engine)
{
    return [&engine](QObject *asker, const JourneySubject &subject,
                     std::function<void(Expected<Journey>)> answer) {
        engine.reader().ask<Journey>(
                asker,
                [subject, presets = engine.presets()](Database &database) -> Expected<Journey> {
                    Lists lists(database, presets);
                    switch (subject.kind) {
                    case JourneySubject::Kind::Click:
                        return journeyOfClick(lists, subject);
                    case JourneySubject::Kind::Conversion:
                        return lists.journeyOfConversion(ConversionId{subject.id});
                    case JourneySubject::Kind::Postback:
                        return lists.journeyOfPostback(PostbackId{subject.id});
                    case JourneySubject::Kind::None:
                        break;
                    }
                    return unexpected(Failure::Kind::NotFound);
                },
                std::move(answer));
    };
}

} // namespace Matchbook
