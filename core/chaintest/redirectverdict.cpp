// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "redirectverdict.h"

#include "hopsentences.h"
#include "urlplaces.h"

#include <QCoreApplication>

namespace Matchbook {

using Kind = ChainStep::Kind;
using State = ChainStep::State;

namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::RedirectVerdict)
};

/// A page that turns away whoever is no browser with a person in front of it. The click ID has got there all the same.
bool turnsProgramsAway(const Hop &hop)
{
    return hop.trouble == Hop::Trouble::ErrorStatus
            && (hop.status == 401 || hop.status == 403 || hop.status == 405 || hop.status == 406
                || hop.status == 429 || hop.status == 503);
}

/// The parameters that could have carried the ID on: an empty one that this network is known for, then the preset's own where
/// the person has chosen another.
QList<Repair> parameterRepairs(const QList<Hop> &hops, const IdTrace &trace, const NetworkPreset &preset,
                               const AffiliateNetwork &network)
{
    const QString used = network.subIdParameter.isEmpty() ? preset.subIdParameter : network.subIdParameter;
    QList<Repair> repairs;
    const auto add = [&](const QString &name) {
        const Repair repair = UseSubIdParameter{network.id, name};
        if (!name.isEmpty() && name.compare(used, Qt::CaseInsensitive) != 0 && !repairs.contains(repair))
            repairs << repair;
    };
    for (const UrlPlace &place : placesOf(hops.at(*trace.lostAt).url)) {
        if (place.value.isEmpty() && preset.clickIdFields.contains(place.parameter, Qt::CaseInsensitive))
            add(place.parameter);
    }
    add(preset.subIdParameter);
    return repairs;
}

} // namespace

ChainStep redirectVerdict(const QList<Hop> &hops, const IdTrace &trace, const NetworkPreset &preset,
                          const AffiliateNetwork &network)
{
    const qsizetype last = hops.size() - 1;
    const Hop &end = hops.at(last);
    const bool leavesTheWeb = end.trouble == Hop::Trouble::NotWeb || end.trouble == Hop::Trouble::BadTarget;
    // An address that is none has no place for the ID; that it is none says more.
    if (trace.lostAt && !(leavesTheWeb && *trace.lostAt == last)) {
        // Where the ID was lost says more than how the way ended.
        return {Kind::Redirects, State::Failed, idFormWord(trace.hops.at(*trace.lostAt).form),
                idSentence(hops, trace, *trace.lostAt), parameterRepairs(hops, trace, preset, network)};
    }
    if (end.trouble != Hop::Trouble::None && !turnsProgramsAway(end))
        return {Kind::Redirects, State::Failed, hopTroubleWord(end.trouble), troubleSentence(hops, last), {}};
    if (trace.handedOverAt)
        return {Kind::Redirects, State::Passed, {}, idSentence(hops, trace, *trace.handedOverAt), {}};
    const QString host = QString::fromUtf8(hostOf(end.url));
    return {Kind::Redirects,
            State::Passed,
            {},
            Said::tr("The click ID is intact at every hop (%1 in all), down to %2.")
                    .arg(hops.size())
                    .arg(host),
            {}};
}

} // namespace Matchbook
