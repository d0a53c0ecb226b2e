// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notificationsentences.h"

#include "readabledetail.h"

#include <QCoreApplication>

namespace Matchbook {

QString notificationSentence(PostbackCause cause, const QString &detail)
{
    const QString word = quotedDetail(detail, longestQuote);
    switch (cause) {
    case PostbackCause::SignatureWrong:
        if (!detail.isEmpty())
            return QCoreApplication::translate(
                           "Diagnosis",
                           "It is the network's old form: the only signature in it is %1, which Matchbook cannot check, so "
                           "nothing in it was believed. Let the network send its present form instead, or import its report.")
                    .arg(word);
        return QCoreApplication::translate(
                "Diagnosis",
                "Its signature was not made with the secret of this network, so nothing in it was believed. If the network did send "
                "it, compare the secret in its dashboard with the one entered here, character by character; most networks "
                "then send it again.");
    case PostbackCause::SecretMissing:
        return QCoreApplication::translate(
                "Diagnosis",
                "It is signed, and the secret to check it with was not at hand, so nothing in it was believed. Enter the secret of "
                "this network; most networks then send it again.");
    case PostbackCause::UnreadableNotification:
        return QCoreApplication::translate(
                "Diagnosis",
                "It is no notification of this network's own form. Somebody opened the URL, or the dashboard sends another kind of "
                "message there: choose the kind that the network's preset names. Unless buyers' data is stored, each letter in it is "
                "kept as x.");
    case PostbackCause::SetupTest:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The network's own test of the URL (%1). It came through and its signature is right; it counts nowhere.")
                .arg(word);
    case PostbackCause::EventWithoutMoney:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "%1 moves no money. It is kept as a line in the history of its sale, where that is known.")
                .arg(word);
    default:
        return {};
    }
}

QString notificationReason(PostbackCause cause, const QString &detail)
{
    switch (cause) {
    case PostbackCause::SignatureWrong:
        return detail.isEmpty() ? QCoreApplication::translate("Diagnosis", "Signature wrong")
                                : QCoreApplication::translate("Diagnosis", "Old form, signature not checked");
    case PostbackCause::SecretMissing:
        return QCoreApplication::translate("Diagnosis", "No secret to check it with");
    case PostbackCause::UnreadableNotification:
        return QCoreApplication::translate("Diagnosis", "Not a notification");
    case PostbackCause::SetupTest:
        return QCoreApplication::translate("Diagnosis", "Test of the URL");
    case PostbackCause::EventWithoutMoney:
        return QCoreApplication::translate("Diagnosis", "No money: %1")
                .arg(quotedDetail(detail, longestShortQuote));
    default:
        return {};
    }
}

} // namespace Matchbook
