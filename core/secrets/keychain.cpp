// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain.h"

#include <QCoreApplication>

namespace Matchbook {

QString keychainSentence(KeychainTrouble trouble)
{
    switch (trouble) {
    case KeychainTrouble::NotBuiltIn:
        return QCoreApplication::translate(
                "Matchbook::Secrets",
                "This Matchbook was built without QtKeychain, so it cannot use a keychain.");
    case KeychainTrouble::Missing:
        return QCoreApplication::translate("Matchbook::Secrets", "No keychain runs in this session.");
    case KeychainTrouble::Refused:
        return QCoreApplication::translate("Matchbook::Secrets",
                                           "The keychain is locked, or does not let Matchbook in.");
    case KeychainTrouble::Silent:
        return QCoreApplication::translate(
                "Matchbook::Secrets",
                "The keychain did not answer in time. Perhaps it waits for its password.");
    case KeychainTrouble::Failed:
        return QCoreApplication::translate(
                "Matchbook::Secrets",
                "The keychain cannot be used: none runs in this session, or it is locked.");
    }
    return {};
}

} // namespace Matchbook
