// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hop.h"

#include <QUrl>

#include <functional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
class QObject;
QT_END_NAMESPACE

namespace Matchbook {

/// The answer to one GET of an address that the person has set up: our own listener.
struct PlainlyFetched {
    int status = 0; ///< 0: no HTTP answer
    Hop::Trouble trouble = Hop::Trouble::None;
    QString detail;
    QByteArray body; ///< its beginning
};

enum class PlainMethod { Get, Head };

/// Asks \a url, follows no redirect, and calls \a then once in the present thread unless \a asker dies before. Gives up after
/// \a timeoutMs.
void fetchPlainly(QNetworkAccessManager &network, const QUrl &url, int timeoutMs, QObject *asker,
                  std::function<void(const PlainlyFetched &)> then, PlainMethod method = PlainMethod::Get);

/// What a reply's error means for people; None if there was no error.
Hop::Trouble replyTrouble(const QNetworkReply &reply);

} // namespace Matchbook
