// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presetfacts.h"
#include "presetmembers.h"

namespace Matchbook {

/// The object `offerLink` of a preset. The sub ID parameter goes into \a subIdParameter.
OfferLinkFacts readOfferLink(PresetMembers &members, QString &subIdParameter);

/// The object `postback` of a preset.
PostbackFacts readPostbackFacts(PresetMembers &members);

/// The object `constants` beside a template: one question for each `<name>` in \a templates, neither more nor less.
QList<NamedConstant> readConstants(PresetMembers &members, const QStringList &templates);

/// What says how far a preset is to be relied on; the same for networks and traffic sources.
struct PresetProvenance {
    QString confidence;
    QList<UnverifiedMember> unverified;
    QStringList sources;
    QString checked;
};

/// The members `confidence`, `unverified`, `sources` and `checked`. Doubts may be about one of \a memberNames, or about
/// a member of one.
PresetProvenance readProvenance(PresetMembers &members, const QStringList &memberNames);

} // namespace Matchbook
