// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/affiliatenetwork.h"

#include <optional>
#include <variant>

namespace Matchbook {

/// What would mend a failed step. Values only: whoever shows one decides when it is carried out.
struct ReadDecimalComma {
    NetworkId network;
    friend bool operator==(const ReadDecimalComma &, const ReadDecimalComma &) = default;
};
struct ReadDecimalPoint {
    NetworkId network;
    friend bool operator==(const ReadDecimalPoint &, const ReadDecimalPoint &) = default;
};
struct MapStatusWord {
    NetworkId network;
    QString word; ///< as the network sent it
    std::optional<ConversionStatus> suggested; ///< a guess from the word; a person has to agree
    friend bool operator==(const MapStatusWord &, const MapStatusWord &) = default;
};
struct UseSubIdParameter {
    NetworkId network;
    QString name; ///< of the parameter that should carry the click ID in offer links
    friend bool operator==(const UseSubIdParameter &, const UseSubIdParameter &) = default;
};
struct ReadClickIdFrom {
    NetworkId network;
    QString name; ///< of the parameter of postbacks that carries the click ID
    QStringList others; ///< those in which it is looked for already
    friend bool operator==(const ReadClickIdFrom &, const ReadClickIdFrom &) = default;
};
struct AllowSender {
    NetworkId network;
    QString address;
    friend bool operator==(const AllowSender &, const AllowSender &) = default;
};
struct SetPublicUrl {
    friend bool operator==(const SetPublicUrl &, const SetPublicUrl &) = default;
};
using Repair = std::variant<ReadDecimalComma, ReadDecimalPoint, MapStatusWord, UseSubIdParameter,
                            ReadClickIdFrom, AllowSender, SetPublicUrl>;

/// read_decimal_comma, read_decimal_point, map_status_word, use_sub_id_parameter, read_click_id_from, allow_sender, set_public_url
QLatin1StringView repairWord(const Repair &repair);
/// What the repair is about, for scripts: the status word, the parameter, the address; empty for the others.
QString repairValue(const Repair &repair);

/// \a network with the repair carried out; nothing where the repair is not about the network's own settings or is about
/// another network. It still has to be stored.
std::optional<AffiliateNetwork> repaired(AffiliateNetwork network, const Repair &repair);

/// The repairs that let the amount \a text be read; none where no decimal mark helps or the present one does. A negative
/// amount is no payout, whatever its mark.
QList<Repair> amountRepairs(const QString &text, const AffiliateNetwork &network);

/// True where \a text is an amount below zero, by any decimal mark.
bool isNegativeAmount(const QString &text);

/// What a status word probably means, from its beginning; nothing for words that say nothing by themselves.
std::optional<ConversionStatus> suggestedStatus(const QString &word);

} // namespace Matchbook
