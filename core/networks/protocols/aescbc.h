// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Matchbook {

enum class Padding { Pkcs7, None };

/// The plain text of \a cipherText, AES-256 in CBC mode. Nothing if \a key is not 32 or \a iv not 16 bytes long, if the text
/// is empty or not made of whole blocks, or if its padding is wrong.
std::optional<QByteArray> aes256CbcDecrypted(QByteArrayView cipherText, QByteArrayView key, QByteArrayView iv,
                                             Padding padding);

} // namespace Matchbook
