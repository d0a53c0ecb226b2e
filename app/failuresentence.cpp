// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failuresentence.h"

#include "failuretext.h"

#include <QCoreApplication>

namespace Matchbook {

QString failureSentence(const Failure &failure)
{
    // What is wrong with a command is said in full where it is found.
    const bool isSentence = failure.detail.endsWith(QLatin1Char('.'));
    if ((failure.kind == Failure::Kind::BadUsage && !failure.detail.isEmpty())
        || ((failure.kind == Failure::Kind::NotFound || failure.kind == Failure::Kind::AlreadyExists
             || failure.kind == Failure::Kind::BadInput)
            && isSentence))
        return failure.detail;
    // The sentence for a window speaks of the window.
    if (failure.kind == Failure::Kind::AlreadyListening && failure.detail.isEmpty())
        return QCoreApplication::translate("Command",
                                           "Another Matchbook begins to listen for this data folder.");
    if (failure.kind == Failure::Kind::AlreadyListening)
        return QCoreApplication::translate(
                       "Command",
                       "Another Matchbook listens for this data folder already, at %1. Stop it first, "
                       "or use another data folder.")
                .arg(failure.detail);
    if (failure.kind == Failure::Kind::NotFound) {
        return failure.detail.isEmpty()
                ? QCoreApplication::translate("Command", "There is nothing with this number.")
                : QCoreApplication::translate("Command", "There is no such thing: %1").arg(failure.detail);
    }
    if (failure.detail.isEmpty())
        return failureText(failure);
    return failureText(failure) + QStringLiteral(" (") + failure.detail + QLatin1Char(')');
}

} // namespace Matchbook
