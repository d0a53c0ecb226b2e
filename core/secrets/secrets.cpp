// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets.h"

#include "vocabulary/words.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr std::array places{
        Word{SecretPlace::Environment, "environment"_L1}, Word{SecretPlace::GivenFile, "secrets_file"_L1},
        Word{SecretPlace::Keychain, "keychain"_L1},       Word{SecretPlace::DataFile, "data_file"_L1},
        Word{SecretPlace::Memory, "memory"_L1},
};

} // namespace

QLatin1StringView secretPlaceWord(SecretPlace place)
{
    return wordOf(places, place);
}

QHash<NetworkId, QByteArray> Secrets::all() const
{
    QHash<NetworkId, QByteArray> all;
    for (auto it = m_secrets.cbegin(); it != m_secrets.cend(); ++it)
        all.insert(it.key(), it->bytes);
    return all;
}

} // namespace Matchbook
