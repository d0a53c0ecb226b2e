// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aescbc.h"

#include <openssl/evp.h>

#include <limits>
#include <memory>

namespace Matchbook {

namespace {

constexpr qsizetype keyLength = 32;
constexpr qsizetype blockLength = 16;

struct FreeContext {
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};

const unsigned char *bytesOf(QByteArrayView text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

} // namespace

std::optional<QByteArray> aes256CbcDecrypted(QByteArrayView cipherText, QByteArrayView key, QByteArrayView iv,
                                             Padding padding)
{
    if (key.size() != keyLength || iv.size() != blockLength || cipherText.isEmpty()
        || cipherText.size() % blockLength != 0
        || cipherText.size() > std::numeric_limits<int>::max() - blockLength)
        return std::nullopt;
    const std::unique_ptr<EVP_CIPHER_CTX, FreeContext> context(EVP_CIPHER_CTX_new());
    if (!context
        || EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, bytesOf(key), bytesOf(iv)) != 1)
        return std::nullopt;
    EVP_CIPHER_CTX_set_padding(context.get(), padding == Padding::Pkcs7 ? 1 : 0);
    QByteArray plain(cipherText.size() + blockLength, Qt::Uninitialized);
    auto *to = reinterpret_cast<unsigned char *>(plain.data());
    int written = 0;
    int rest = 0;
    if (EVP_DecryptUpdate(context.get(), to, &written, bytesOf(cipherText), int(cipherText.size())) != 1
        || EVP_DecryptFinal_ex(context.get(), to + written, &rest) != 1)
        return std::nullopt;
    plain.truncate(written + rest);
    return plain;
}

} // namespace Matchbook
