// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repeatsentences.h"

#include "readabledetail.h"

#include <QCoreApplication>

namespace Matchbook {

namespace {

QString changeSentence(PostbackCause cause, const QString &detail)
{
    const ReadableStep payout = payoutStepOf(detail);
    if (cause == PostbackCause::AmountAdded)
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The amount was added to the conversion, as this network's setting for repeats says: the payout went from "
                       "%1 to %2.")
                .arg(payout.before, payout.after);
    if (cause == PostbackCause::PayoutChanged)
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The network told a new amount: what the conversion earns went from %1 to %2.")
                .arg(payout.before, payout.after);

    const ReadableStep status = statusStepOf(detail);
    const QString sentence
            = QCoreApplication::translate("Diagnosis", "The network told a new status: from %1 to %2.")
                      .arg(status.before, status.after);
    const QStringView payoutPart = payoutPartOf(detail);
    if (payoutPart.isEmpty())
        return sentence;
    const ReadableStep both = payoutStepOf(payoutPart);
    return sentence + u' '
            + QCoreApplication::translate("Diagnosis", "The payout changed with it, from %1 to %2.")
                      .arg(both.before, both.after);
}

} // namespace

QString repeatSentence(PostbackCause cause, const QString &detail)
{
    switch (cause) {
    case PostbackCause::SameAgain:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The network told the same before, first on %1. Nothing is counted twice; there is nothing to do.")
                .arg(timeDetail(detail));
    case PostbackCause::DuplicatePostback:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The network told this sale by two postback URLs within two minutes, first on %1: usually a global "
                       "postback and one of the offer. It is counted once. In the network's dashboard, remove one of the two.")
                .arg(timeDetail(detail));
    case PostbackCause::PixelAndPostback:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "A pixel and a postback told the same sale, first on %1. It is counted once. If you do not need both, "
                       "remove the pixel in the network's dashboard: a browser may block it, a postback always arrives.")
                .arg(timeDetail(detail));
    case PostbackCause::RepeatsIgnored:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "A repeat of the conversion of %1. This network's setting is to ignore repeats; change it there if they "
                       "should count.")
                .arg(timeDetail(detail));
    case PostbackCause::OlderNews: {
        const ReadableStep status = statusStepOf(detail);
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The conversion is %1 already, and stays so: a repeat that says %2, or says nothing of a status, does not "
                       "undo a decision.")
                .arg(status.before, status.after);
    }
    case PostbackCause::WaitsForSale:
        return QCoreApplication::translate(
                "Diagnosis",
                "A refund of a sale that has not been seen yet. It is kept, and settled when the postback of the sale "
                "arrives; look for the sale in the network's dashboard if it does not.");
    default:
        return changeSentence(cause, detail);
    }
}

QString repeatReason(PostbackCause cause, const QString &detail)
{
    switch (cause) {
    case PostbackCause::SameAgain:
        return QCoreApplication::translate("Diagnosis", "Same as on %1").arg(timeDetail(detail));
    case PostbackCause::DuplicatePostback:
        return QCoreApplication::translate("Diagnosis", "Same sale by another URL");
    case PostbackCause::PixelAndPostback:
        return QCoreApplication::translate("Diagnosis", "Same sale by pixel and postback");
    case PostbackCause::RepeatsIgnored:
        return QCoreApplication::translate("Diagnosis", "Repeats are ignored");
    case PostbackCause::OlderNews:
        return QCoreApplication::translate("Diagnosis", "Already %1").arg(statusStepOf(detail).before);
    case PostbackCause::StatusChanged:
        return QCoreApplication::translate("Diagnosis", "%1 → %2", "status before and after")
                .arg(statusStepOf(detail).before, statusStepOf(detail).after);
    case PostbackCause::PayoutChanged:
        return QCoreApplication::translate("Diagnosis", "Payout %1 → %2")
                .arg(payoutStepOf(detail).before, payoutStepOf(detail).after);
    case PostbackCause::AmountAdded:
        return QCoreApplication::translate("Diagnosis", "Added: %1 → %2")
                .arg(payoutStepOf(detail).before, payoutStepOf(detail).after);
    case PostbackCause::WaitsForSale:
        return QCoreApplication::translate("Diagnosis", "Refund waits for its sale");
    default:
        return {};
    }
}

} // namespace Matchbook
