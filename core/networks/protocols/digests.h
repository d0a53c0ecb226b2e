// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Matchbook {

enum class Digest { Md5, Sha1, Sha256, Sha512 };

/// The digest of \a text in lower-case hexadecimal digits.
QByteArray digestHex(Digest digest, QByteArrayView text);

/// The HMAC (RFC 2104) of \a text in lower-case hexadecimal digits. \a key may have any length, also none.
QByteArray hmacHex(Digest digest, QByteArrayView key, QByteArrayView text);

/// True if both are the same. Takes the same time wherever they differ, and also where one is longer.
bool isSameSecret(QByteArrayView one, QByteArrayView other);

} // namespace Matchbook
