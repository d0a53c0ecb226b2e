// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace Matchbook {

/// One value of an enumeration and the word that stands for it in the store, in JSON and on the command line.
template<typename Value>
struct Word {
    Value value;
    QLatin1StringView text;
};

// Debian 12's clang, with which clang-tidy and clazy read the code, does not find this out by itself.
template<typename Value>
Word(Value, QLatin1StringView) -> Word<Value>;

/// The word of \a value; empty if \a words has none.
template<typename Value, size_t count>
QLatin1StringView wordOf(const std::array<Word<Value>, count> &words, Value value)
{
    for (const auto &word : words) {
        if (word.value == value)
            return word.text;
    }
    return {};
}

/// The value that \a text stands for, upper and lower case alike.
template<typename Value, size_t count>
std::optional<Value> valueOf(const std::array<Word<Value>, count> &words, QStringView text)
{
    for (const auto &word : words) {
        if (text.compare(word.text, Qt::CaseInsensitive) == 0)
            return word.value;
    }
    return std::nullopt;
}

} // namespace Matchbook
