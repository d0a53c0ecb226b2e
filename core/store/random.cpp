// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "random.h"

#include <QRandomGenerator>

namespace Matchbook {

QByteArray randomKey(int length)
{
    static constexpr char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
    QByteArray key;
    key.reserve(length);
    for (int i = 0; i < length; ++i)
        key += alphabet[QRandomGenerator::system()->bounded(32)];
    return key;
}

} // namespace Matchbook
