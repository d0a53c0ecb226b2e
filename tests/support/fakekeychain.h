// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/keychain.h"

#include <QHash>

namespace Matchbook {

/// A keychain that does as the test says.
class FakeKeychain : public Keychain
{
public:
    Answer read(const QString &service, const QString &entry) override
    {
        ++asked;
        if (trouble)
            return {std::nullopt, trouble};
        const auto found = entries.constFind(service + u'/' + entry);
        return {found == entries.cend() ? std::nullopt : std::optional(*found), std::nullopt};
    }
    std::optional<KeychainTrouble> write(const QString &service, const QString &entry,
                                         const QByteArray &secret) override
    {
        ++asked;
        if (!trouble)
            entries.insert(service + u'/' + entry, secret);
        return trouble;
    }
    std::optional<KeychainTrouble> remove(const QString &service, const QString &entry) override
    {
        ++asked;
        if (!trouble)
            entries.remove(service + u'/' + entry);
        return trouble;
    }

    std::optional<KeychainTrouble> trouble;
    QHash<QString, QByteArray> entries;
    int asked = 0;
};

} // namespace Matchbook
