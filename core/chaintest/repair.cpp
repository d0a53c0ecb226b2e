// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repair.h"

#include "networks/amount.h"

namespace Matchbook {

using namespace Qt::StringLiterals;

namespace {

template<typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

// Debian 12's clang, with which clang-tidy and clazy read the code, does not find this out by itself.
template<typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace

QLatin1StringView repairWord(const Repair &repair)
{
    return std::visit(Overloaded{[](const ReadDecimalComma &) { return "read_decimal_comma"_L1; },
                                 [](const ReadDecimalPoint &) { return "read_decimal_point"_L1; },
                                 [](const MapStatusWord &) { return "map_status_word"_L1; },
                                 [](const UseSubIdParameter &) { return "use_sub_id_parameter"_L1; },
                                 [](const ReadClickIdFrom &) { return "read_click_id_from"_L1; },
                                 [](const AllowSender &) { return "allow_sender"_L1; },
                                 [](const SetPublicUrl &) { return "set_public_url"_L1; }},
                      repair);
}

QString repairValue(const Repair &repair)
{
    return std::visit(Overloaded{[](const MapStatusWord &map) { return map.word; },
                                 [](const UseSubIdParameter &use) { return use.name; },
                                 [](const ReadClickIdFrom &read) { return read.name; },
                                 [](const AllowSender &allow) { return allow.address; },
                                 [](const auto &) { return QString(); }},
                      repair);
}

std::optional<AffiliateNetwork> repaired(AffiliateNetwork network, const Repair &repair)
{
    const auto marked = [&](NetworkId of, DecimalMark mark) -> std::optional<AffiliateNetwork> {
        if (of != network.id)
            return std::nullopt;
        network.decimalMark = mark;
        return network;
    };
    if (const auto *comma = std::get_if<ReadDecimalComma>(&repair))
        return marked(comma->network, DecimalMark::Comma);
    if (const auto *point = std::get_if<ReadDecimalPoint>(&repair))
        return marked(point->network, DecimalMark::Point);
    if (const auto *use = std::get_if<UseSubIdParameter>(&repair); use && use->network == network.id) {
        network.subIdParameter = use->name;
        return network;
    }
    if (const auto *read = std::get_if<ReadClickIdFrom>(&repair); read && read->network == network.id) {
        QStringList names = QStringList(read->name) + read->others;
        names.removeDuplicates();
        network.mapping.fields.insert(FieldMeaning::ClickId, names);
        return network;
    }
    if (const auto *allow = std::get_if<AllowSender>(&repair); allow && allow->network == network.id) {
        network.allowedSenders << allow->address;
        return network;
    }
    const auto *map = std::get_if<MapStatusWord>(&repair);
    if (map && map->network == network.id && map->suggested) {
        network.mapping.statusWords.insert(map->word.trimmed().toLower(), *map->suggested);
        return network;
    }
    return std::nullopt;
}

QList<Repair> amountRepairs(const QString &text, const AffiliateNetwork &network)
{
    const auto amountBy = [&](DecimalMark mark) { return readAmount(text.toUtf8(), mark).micros; };
    if (amountBy(network.decimalMark))
        return {};
    const auto reads = [&](DecimalMark mark) { return amountBy(mark).value_or(-1) >= 0; };
    QList<Repair> repairs;
    if (reads(DecimalMark::Comma))
        repairs << ReadDecimalComma{network.id};
    if (reads(DecimalMark::Point))
        repairs << ReadDecimalPoint{network.id};
    return repairs;
}

bool isNegativeAmount(const QString &text)
{
    const auto isBelowZero
            = [&](DecimalMark mark) { return readAmount(text.toUtf8(), mark).micros.value_or(0) < 0; };
    return isBelowZero(DecimalMark::Point) || isBelowZero(DecimalMark::Comma);
}

std::optional<ConversionStatus> suggestedStatus(const QString &word)
{
    const std::pair<const char *, ConversionStatus> beginnings[] = {
            {"chargeb", ConversionStatus::ChargedBack}, {"charge_b", ConversionStatus::ChargedBack},
            {"refund", ConversionStatus::Refunded},     {"revers", ConversionStatus::Refunded},
            {"return", ConversionStatus::Refunded},     {"unconf", ConversionStatus::Pending},
            {"unappr", ConversionStatus::Pending},      {"confirm", ConversionStatus::Approved},
            {"appr", ConversionStatus::Approved},       {"accept", ConversionStatus::Approved},
            {"paid", ConversionStatus::Approved},       {"payable", ConversionStatus::Approved},
            {"success", ConversionStatus::Approved},    {"complete", ConversionStatus::Approved},
            {"valid", ConversionStatus::Approved},      {"sale", ConversionStatus::Approved},
            {"pend", ConversionStatus::Pending},        {"hold", ConversionStatus::Pending},
            {"wait", ConversionStatus::Pending},        {"open", ConversionStatus::Pending},
            {"new", ConversionStatus::Pending},         {"process", ConversionStatus::Pending},
            {"rej", ConversionStatus::Rejected},        {"decl", ConversionStatus::Rejected},
            {"cancel", ConversionStatus::Rejected},     {"invalid", ConversionStatus::Rejected},
            {"trash", ConversionStatus::Rejected},      {"fraud", ConversionStatus::Rejected},
            {"denied", ConversionStatus::Rejected},     {"test", ConversionStatus::Test},
    };
    for (const auto &[beginning, status] : beginnings) {
        if (word.trimmed().startsWith(QLatin1StringView(beginning), Qt::CaseInsensitive))
            return status;
    }
    return std::nullopt;
}

} // namespace Matchbook
