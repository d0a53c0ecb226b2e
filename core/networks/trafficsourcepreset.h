// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presetfacts.h"
#include "vocabulary/click.h"
#include "vocabulary/expected.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <array>

namespace Matchbook {

/// One parameter of a tracking link that the traffic source fills.
struct LinkMacro {
    QString parameter; ///< ours: `externalid`, `sub1`, `cost`, …
    QString macro; ///< in the traffic source's own syntax; text that never passes through QUrl
    QString meaning; ///< what it carries, for people: `zone`, `campaign`, `creative`, …

    friend bool operator==(const LinkMacro &, const LinkMacro &) = default;
};

/// How the traffic source is told of a conversion.
struct OutboundFacts {
    /// With `{externalid}`, `{payout}`, `{currency}`, `{txid}`, `{status}`, `{sub1}` … in it, and the account's own parts as
    /// `<name>`.
    QString urlTemplate;
    QList<NamedConstant> constants; ///< every `<name>` of the template
    QString method; ///< GET or POST; empty: not known
    QString advice; ///< a sentence where no URL can be called, such as a conversion API that wants a login

    friend bool operator==(const OutboundFacts &, const OutboundFacts &) = default;
};

/// What a traffic source does its own way: which parameters of a tracking link carry its own click identifier and the sub
/// IDs, and how it is told of conversions. One JSON file each in `resources/trafficsources/`. Whatever is empty is not
/// known; `unverified` names what is known badly.
struct TrafficSourcePreset {
    QString id;
    QString name;
    QList<QByteArray> externalIdFields; ///< lower case; the first present and not empty wins
    std::array<QList<QByteArray>, subIdCount> subIdFields; ///< the same for sub1 … sub10
    QList<QByteArray> costFields; ///< lower case; parameters that carry what the click cost

    QList<LinkMacro> linkMacros; ///< what to put into a tracking link, in this order
    QStringList autoTags; ///< parameters that the source appends by itself: `gclid`
    OutboundFacts outbound;
    QStringList hints; ///< sentences that spare people a mistake

    QString confidence; ///< of the whole: confirmed, single, unsure
    QList<UnverifiedMember> unverified;
    QStringList sources;
    QString checked; ///< month of the facts: `2026-11`; empty: never

    /// Why \a member (`outbound.template`, `linkMacros`, …) is not to be relied on; empty if nothing is known against it.
    QString doubtAbout(const QString &member) const { return doubtIn(unverified, member); }
};

/// What an arrival's query says.
struct SourceReading {
    QString externalId; ///< as displayText(); empty if none was sent, or if the macro was never replaced
    SubIds subIds; ///< likewise
};

/// Reads one preset file. Fails with BadInput, naming the member that is wrong.
Expected<TrafficSourcePreset> trafficSourceFromJson(const QJsonObject &json);

/// Whether \a preset stands for a particular traffic source, not for any other one.
bool namesASource(const TrafficSourcePreset &preset);

/// Every traffic source preset that is compiled in: the generic one first, then by name.
QList<TrafficSourcePreset> trafficSourcePresets();

/// \a trackingLink with the source's macros as a query: `https://…/c/KEY?externalid=${SUBID}&sub1={zoneid}`. Text, to be
/// copied as it is; the link alone where the source has no macros.
QString trackingLinkFor(const QString &trackingLink, const TrafficSourcePreset &preset);

/// Reads the raw query of an arrival, form-encoded, names without case. Cheap enough for every click; safe in any thread.
SourceReading readArrival(const QByteArray &rawQuery, const TrafficSourcePreset &preset);

} // namespace Matchbook
