// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cverify.h"

#include "digests.h"
#include "networkform.h"

#include <algorithm>

namespace Matchbook {

namespace {

constexpr qsizetype signatureLength = 8;
constexpr QByteArrayView signatureName = "cverify";

} // namespace

QByteArray cverifyOf(const QByteArray &text)
{
    const QByteArray utf8 = text.isValidUtf8() ? text : QString::fromLatin1(text).toUtf8();
    return digestHex(Digest::Sha1, utf8).first(signatureLength).toUpper();
}

QByteArray cverifyOf(const QList<FormField> &fields, const QByteArray &secret)
{
    QList<FormField> sorted = fields;
    const auto byName = [](const FormField &one, const FormField &other) {
        return QByteArrayView(one.name).compare(QByteArrayView(other.name)) < 0;
    };
    std::stable_sort(sorted.begin(), sorted.end(), byName);
    QByteArray text;
    for (const FormField &field : std::as_const(sorted)) {
        if (field.name != signatureName)
            text += field.value + '|';
    }
    return cverifyOf(text + secret);
}

bool isSignedWith(const QList<FormField> &fields, const QByteArray &expected)
{
    const QByteArray *given = valueOf(fields, signatureName);
    return given && isSameSecret(given->trimmed().toUpper(), expected);
}

} // namespace Matchbook
