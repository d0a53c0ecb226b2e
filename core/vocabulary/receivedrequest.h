// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace Matchbook {

/// One whole HTTP request, byte for byte as it arrived.
struct ReceivedRequest {
    QByteArray method; ///< upper case, as sent: GET, POST, HEAD
    QByteArray path; ///< raw, up to the first '?'
    QByteArray query; ///< raw bytes after the first '?'
    QByteArray body; ///< after removal of the chunked coding
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case, in the order sent
    QByteArray sender; ///< the client's address in text, taken from proxy headers only for a trusted peer
    qint64 arrivedAt = 0; ///< Unix ms

    /// The first header called \a lowerCaseName, or empty.
    QByteArray header(QByteArrayView lowerCaseName) const;
};

} // namespace Matchbook
