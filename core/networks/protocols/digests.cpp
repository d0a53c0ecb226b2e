// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "digests.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace Matchbook {

namespace {

using Bytes = std::array<unsigned char, EVP_MAX_MD_SIZE>;

const EVP_MD *algorithm(Digest digest)
{
    switch (digest) {
    case Digest::Md5:
        return EVP_md5();
    case Digest::Sha1:
        return EVP_sha1();
    case Digest::Sha256:
        return EVP_sha256();
    case Digest::Sha512:
        break;
    }
    return EVP_sha512();
}

QByteArray hexOf(const Bytes &bytes, unsigned int length)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(length)).toHex();
}

Bytes sha256(QByteArrayView text)
{
    Bytes bytes{};
    EVP_Digest(text.data(), size_t(text.size()), bytes.data(), nullptr, EVP_sha256(), nullptr);
    return bytes;
}

} // namespace

QByteArray digestHex(Digest digest, QByteArrayView text)
{
    Bytes bytes{};
    unsigned int length = 0;
    // Some systems forbid MD5; then there is no digest, and what it was to prove stays unproven.
    if (EVP_Digest(text.data(), size_t(text.size()), bytes.data(), &length, algorithm(digest), nullptr) != 1)
        return {};
    return hexOf(bytes, length);
}

QByteArray hmacHex(Digest digest, QByteArrayView key, QByteArrayView text)
{
    Bytes bytes{};
    unsigned int length = 0;
    // A null key is none at all there, not an empty one.
    const char *keyBytes = key.isEmpty() ? "" : key.data();
    if (!HMAC(algorithm(digest), keyBytes, int(key.size()),
              reinterpret_cast<const unsigned char *>(text.data()), size_t(text.size()), bytes.data(),
              &length))
        return {};
    return hexOf(bytes, length);
}

bool isSameSecret(QByteArrayView one, QByteArrayView other)
{
    const Bytes first = sha256(one);
    const Bytes second = sha256(other);
    return CRYPTO_memcmp(first.data(), second.data(), first.size()) == 0;
}

} // namespace Matchbook
