// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arrivalsentences.h"

#include "notificationsentences.h"
#include "readabledetail.h"

#include <QCoreApplication>

namespace Matchbook {

namespace {

/// \a status is what the listener refused with.
QString refusalSentence(int status)
{
    switch (status) {
    case 413:
        return QCoreApplication::translate(
                "Diagnosis",
                "The request brought more than 256 KB and was not read. A postback has a few hundred characters: in the network's "
                "dashboard, let the postback URL carry only what is needed.");
    case 414:
    case 431:
        return QCoreApplication::translate(
                "Diagnosis",
                "The request had an address or a header longer than 8 KB, or too many headers, and was not read. In the network's "
                "dashboard, take macros with long texts out of the postback URL.");
    case 408:
        return QCoreApplication::translate(
                "Diagnosis",
                "The request broke off: the rest of it did not come in time. Most networks send it again; if it happens often, "
                "something between the network and this computer is slow.");
    default:
        return QCoreApplication::translate(
                "Diagnosis",
                "The request is not valid HTTP and was not read, often because of a blank or a line break in the postback URL. "
                "Copy the postback URL again, whole, into the network's dashboard.");
    }
}

QString refusalReason(int status)
{
    switch (status) {
    case 413:
        return QCoreApplication::translate("Diagnosis", "Request too large");
    case 414:
    case 431:
        return QCoreApplication::translate("Diagnosis", "Address or header too long");
    case 408:
        return QCoreApplication::translate("Diagnosis", "Request broke off");
    default:
        return QCoreApplication::translate("Diagnosis", "No valid HTTP request");
    }
}

} // namespace

QString arrivalSentence(PostbackCause cause, const QString &detail)
{
    switch (cause) {
    case PostbackCause::IgnoredStatus:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The status %1 never counts, so the postback was answered and no conversion was made of it.")
                .arg(statusDetail(detail));
    case PostbackCause::UnknownKey:
        return QCoreApplication::translate(
                "Diagnosis",
                "No network has the key in this postback's address. Copy the network's postback URL again, whole, into "
                "the network's dashboard.");
    case PostbackCause::SenderNotAllowed:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The sender %1 is not among the addresses that this network's settings allow. Add it there if it is the "
                       "network.")
                .arg(quotedDetail(detail, longestQuote));
    case PostbackCause::OldKey:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "It came over the network's old key, which works until %1. Copy the new postback URL into the network's "
                       "dashboard before that.")
                .arg(timeDetail(detail));
    case PostbackCause::ExpiredKey:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "It came over an old key of the network %1, which no longer works. Copy the network's present postback "
                       "URL into its dashboard, and let it send the postback again.")
                .arg(quotedDetail(detail, longestQuote));
    case PostbackCause::TestClick:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The postback of a test, which would have been %1. It is marked, counts nowhere and goes when the tests "
                       "are removed.")
                .arg(statusDetail(detail));
    case PostbackCause::OtherClick:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "Its transaction ID is that of a conversion of the click %1, and yet it names another click. Compare the two "
                       "in the network's dashboard: the network mixed them up, or gave two sales one ID.")
                .arg(quotedDetail(detail, longestQuote));
    case PostbackCause::ContradictoryFields:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The request says one thing twice and differently: %1. The first one counted. In the network's dashboard, "
                       "remove the parameter that is in the postback URL twice.")
                .arg(quotedDetail(detail, longestQuote));
    case PostbackCause::RefusedRequest:
        return refusalSentence(detail.toInt());
    default:
        return notificationSentence(cause, detail);
    }
}

QString arrivalReason(PostbackCause cause, const QString &detail)
{
    switch (cause) {
    case PostbackCause::IgnoredStatus:
        return QCoreApplication::translate("Diagnosis", "Status %1 never counts").arg(statusDetail(detail));
    case PostbackCause::UnknownKey:
        return QCoreApplication::translate("Diagnosis", "Unknown key");
    case PostbackCause::SenderNotAllowed:
        return QCoreApplication::translate("Diagnosis", "Sender %1 not allowed")
                .arg(quotedDetail(detail, longestShortQuote));
    case PostbackCause::OldKey:
        return QCoreApplication::translate("Diagnosis", "Over the old key");
    case PostbackCause::ExpiredKey:
        return QCoreApplication::translate("Diagnosis", "Old key of %1, run out")
                .arg(quotedDetail(detail, longestShortQuote));
    case PostbackCause::TestClick:
        return QCoreApplication::translate("Diagnosis", "Test (%1)").arg(statusDetail(detail));
    case PostbackCause::OtherClick:
        return QCoreApplication::translate("Diagnosis", "Transaction of another click");
    case PostbackCause::ContradictoryFields:
        return QCoreApplication::translate("Diagnosis", "Contradicts itself: %1")
                .arg(quotedDetail(detail, longestShortQuote));
    case PostbackCause::RefusedRequest:
        return refusalReason(detail.toInt());
    default:
        return notificationReason(cause, detail);
    }
}

} // namespace Matchbook
