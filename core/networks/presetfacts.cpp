// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetfacts.h"

namespace Matchbook {

namespace {

constexpr std::pair<PresetKind, QLatin1StringView> kindWords[] = {
        {PresetKind::Postback, QLatin1StringView("postback")},
        {PresetKind::Native, QLatin1StringView("native")},
        {PresetKind::Report, QLatin1StringView("report")},
        {PresetKind::Closed, QLatin1StringView("closed")},
};

constexpr std::pair<AmountUnit, QLatin1StringView> unitWords[] = {
        {AmountUnit::Whole, QLatin1StringView("whole")},
        {AmountUnit::Cents, QLatin1StringView("cents")},
        {AmountUnit::CentsWithoutMark, QLatin1StringView("cents_without_mark")},
};

} // namespace

QLatin1StringView presetKindWord(PresetKind kind)
{
    for (const auto &[known, word] : kindWords) {
        if (known == kind)
            return word;
    }
    return {};
}

std::optional<PresetKind> presetKindFromWord(QStringView word)
{
    for (const auto &[kind, known] : kindWords) {
        if (word == known)
            return kind;
    }
    return std::nullopt;
}

QLatin1StringView amountUnitWord(AmountUnit unit)
{
    for (const auto &[known, word] : unitWords) {
        if (known == unit)
            return word;
    }
    return {};
}

std::optional<AmountUnit> amountUnitFromWord(QStringView word)
{
    for (const auto &[unit, known] : unitWords) {
        if (word == known)
            return unit;
    }
    return std::nullopt;
}

QString doubtIn(const QList<UnverifiedMember> &unverified, const QString &member)
{
    for (const UnverifiedMember &doubt : unverified) {
        const bool isIt = doubt.member == member || member.startsWith(doubt.member + u'.');
        if (isIt)
            return doubt.why;
    }
    return {};
}

} // namespace Matchbook
