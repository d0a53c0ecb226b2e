// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain.h"

#include <memory>

namespace Matchbook {

/// The keychain of this session through QtKeychain: the Secret Service (GNOME, KeePassXC) or KWallet. Where the program was
/// built without it, every answer is NotBuiltIn. Waits \a patienceMs at most.
std::unique_ptr<Keychain> osKeychain(int patienceMs = 4'000);
bool isKeychainBuiltIn();
/// True while some keychain has not answered, however long nobody has waited for it any more. A process that ends then must end
/// without the destructors of its libraries: they would wait for the answer.
bool isKeychainBusy();

} // namespace Matchbook
