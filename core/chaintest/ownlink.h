// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

QT_BEGIN_NAMESPACE
class QUrl;
QT_END_NAMESPACE

namespace Matchbook {

/// True for one of our own tracking links: below /c/ of one of \a bases (http://127.0.0.1:8130), where the names of this
/// computer all mean the same. As an offer link it would lead visitors in a circle.
bool isOwnTrackingLink(const QUrl &url, const QList<QByteArray> &bases);
bool isOwnTrackingLink(const QString &url, const QList<QByteArray> &bases);

} // namespace Matchbook
