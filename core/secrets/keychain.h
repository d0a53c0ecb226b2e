// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Matchbook {

/// Why a keychain is of no use at the moment.
enum class KeychainTrouble {
    NotBuiltIn, ///< this program was built without QtKeychain
    Missing, ///< there is none in this session
    Refused, ///< it is locked, or the person said no
    Silent, ///< no answer in time
    Failed, ///< anything else that it says, which may be any of the above
};
/// What is wrong, in one sentence for people. Translated.
QString keychainSentence(KeychainTrouble trouble);

/// A keychain of an operating system. Every function waits for the answer, for a few seconds at most, so none is for the thread of
/// a window. Any thread.
class Keychain
{
public:
    struct Answer {
        std::optional<QByteArray> secret; ///< nothing if there is no such entry, or in trouble
        std::optional<KeychainTrouble> trouble;
    };

    virtual ~Keychain() = default;
    /// \a service tells one data folder's entries from another's, \a entry is one of them.
    virtual Answer read(const QString &service, const QString &entry) = 0;
    virtual std::optional<KeychainTrouble> write(const QString &service, const QString &entry,
                                                 const QByteArray &secret)
            = 0;
    /// No trouble if it was not there.
    virtual std::optional<KeychainTrouble> remove(const QString &service, const QString &entry) = 0;
};

} // namespace Matchbook
