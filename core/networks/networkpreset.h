// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/expected.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace Matchbook {

/// What an affiliate network does its own way. One JSON file each in `resources/networks/`; a file of the same ID in the
/// data folder's `networks/` replaces it.
struct NetworkPreset {
    QString id;
    QString name;
    QString subIdParameter; ///< where our click ID goes in an offer link: `s2`, `tid`, …
    QString postbackParameters; ///< query in the network's own macros, as text; empty if there are none to give
    QStringList
            clickIdFields; ///< parameter names that carry each meaning, the first present and not empty wins
    QStringList payoutFields;
    QStringList currencyFields;
    QStringList transactionFields;
    QStringList statusFields;
    QStringList eventFields;
    QHash<QString, ConversionStatus> statusWords; ///< lower case
    ConversionStatus defaultStatus = ConversionStatus::Approved; ///< when no status is sent
    QString defaultEvent = QStringLiteral("sale");
    Currency defaultCurrency = Currency::usd();
    DecimalMark decimalMark = DecimalMark::Auto;
    QString confidence; ///< confirmed, single, unsure
};

/// Reads one preset file. Fails with BadInput, naming the member that is wrong.
Expected<NetworkPreset> presetFromJson(const QJsonObject &json);

} // namespace Matchbook
