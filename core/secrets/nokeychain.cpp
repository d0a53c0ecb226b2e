// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oskeychain.h"

namespace Matchbook {

namespace {

class NoKeychain : public Keychain
{
public:
    Answer read(const QString &, const QString &) override
    {
        return {std::nullopt, KeychainTrouble::NotBuiltIn};
    }
    std::optional<KeychainTrouble> write(const QString &, const QString &, const QByteArray &) override
    {
        return KeychainTrouble::NotBuiltIn;
    }
    std::optional<KeychainTrouble> remove(const QString &, const QString &) override
    {
        return KeychainTrouble::NotBuiltIn;
    }
};

} // namespace

std::unique_ptr<Keychain> osKeychain(int)
{
    return std::make_unique<NoKeychain>();
}

bool isKeychainBuiltIn()
{
    return false;
}

bool isKeychainBusy()
{
    return false;
}

} // namespace Matchbook
