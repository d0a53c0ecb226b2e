// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presetfacts.h"
#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/expected.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace Matchbook {

/// What an affiliate network does its own way. One JSON file each in `resources/networks/`; a file of the same ID in the
/// data folder's `networks/` replaces it. Whatever is empty is not known; `unverified` names what is known badly.
struct NetworkPreset {
    QString id;
    QString name;
    QString extends; ///< ID of the preset that the file builds on; empty if it stands alone
    QString platform; ///< name of the software that the network runs on: `CAKE`; empty if its own
    bool isPlatform = false; ///< stands for every network on that software
    PresetKind kind = PresetKind::Postback;
    /// The ID of the code that opens its messages. Of kind Postback: that checks them, where the network signs them; mostly empty
    QString protocol;
    QString advice; ///< one sentence: what to do where nothing can be received. Empty for Postback and Native

    QString subIdParameter; ///< where our click ID goes in an offer link: `s2`, `tid`, …; empty: not known
    OfferLinkFacts offerLink;

    QString postbackParameters; ///< query of the first of `postback.templates`, or empty
    PostbackFacts postback;

    QStringList
            clickIdFields; ///< parameter names that carry each meaning, the first present and not empty wins
    QStringList payoutFields;
    QStringList currencyFields;
    QStringList transactionFields;
    QStringList statusFields;
    QStringList eventFields;
    QStringList offerFields;
    QHash<QString, ConversionStatus> statusWords; ///< lower case
    ConversionStatus defaultStatus = ConversionStatus::Approved; ///< when no status is sent
    QString defaultEvent = QStringLiteral("sale");
    Currency defaultCurrency = Currency::usd();
    bool currencyKnown = false; ///< false: `defaultCurrency` is only where to begin
    DecimalMark decimalMark = DecimalMark::Auto;
    AmountUnit amountUnit = AmountUnit::Whole;
    RepeatPolicy repeatPolicy = RepeatPolicy::Update;
    QString reportZone; ///< zone of the network's own reports, as QTimeZone reads it: `UTC+08:00`; empty: not known

    QString confidence; ///< of the whole: confirmed, single, unsure
    QList<UnverifiedMember> unverified;
    QStringList sources; ///< public addresses, or a note that there is none
    QString checked; ///< month of the facts: `2026-11`; empty: never

    /// Why \a member (`postback.templates`, `statusWords.rejected`, …) is not to be relied on; empty if nothing is known
    /// against it. For people.
    QString doubtAbout(const QString &member) const { return doubtIn(unverified, member); }
};

/// The parameter names that carry \a meaning.
const QStringList &fieldsOf(const NetworkPreset &preset, FieldMeaning meaning);
QStringList &fieldsOf(NetworkPreset &preset, FieldMeaning meaning);

/// Reads one preset that stands alone; `extends` must have been resolved. Fails with BadInput, naming the member that is
/// wrong.
Expected<NetworkPreset> presetFromJson(const QJsonObject &json);

} // namespace Matchbook
