// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presetcatalogue.h"
#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/receivedrequest.h"

namespace Matchbook {

/// A parameter of a request that arrived, and what it looks like.
struct ExampleField {
    enum class Meaning { Unknown, ClickId, Payout, Currency, TransactionId, Status, Event, Offer };
    QString name; ///< lower case
    QString value; ///< decoded once, as displayText()
    Meaning guess = Meaning::Unknown;
};

/// The parameters of \a request in the order sent, each once, with a guess at what they mean: a value that is a click ID
/// of ours is one; the others by the names that \a generic knows.
QList<ExampleField> exampleFields(const ReceivedRequest &request, const NetworkPreset &generic);

/// What a person pointed at. Names of parameters; empty: it is not sent.
struct PointedFields {
    QString clickId;
    QString payout;
    QString currency;
    QString transactionId;
    QString status;
    QString event;
    QString offer;
    QHash<QString, ConversionStatus> statusWords; ///< which word means which status
    bool statusLeftOpen
            = false; ///< nobody knows yet what the request's own status means: it stays an unknown word
    ConversionStatus defaultStatus = ConversionStatus::Approved; ///< when none is sent
    std::optional<Currency> defaultCurrency; ///< of amounts without a currency; nothing: not known
    DecimalMark decimalMark = DecimalMark::Auto;
};

/// The preset that \a pointed at amounts to, as JSON for savePreset(). It adds to what \a network reads by today, its own
/// mapping included: whatever is not pointed at stays, except that a parameter of \a request keeps no other meaning than
/// the one pointed at. Fails with BadInput where neither a click ID nor a transaction ID is pointed at, a parameter is not
/// in \a request, one stands for two meanings that exclude each other, or nobody has said what the request's own status
/// means and it is not left open; the detail names the parameter.
Expected<QJsonObject> learnedPreset(const ReceivedRequest &request, const QString &id, const QString &name,
                                    const PointedFields &pointed, const AffiliateNetwork &network,
                                    const PresetCatalogue &catalogue);

} // namespace Matchbook
