// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nativesentences.h"

#include "absence.h"
#include "networks/amount.h"
#include "readabledetail.h"
#include "vocabulary/clickid.h"
#include "vocabulary/money.h"

#include <QCoreApplication>
#include <QLocale>

namespace Matchbook {

namespace {

QString missingIdSentence(const QString &field)
{
    if (field.isEmpty())
        return QCoreApplication::translate(
                "Diagnosis",
                "The notification carries no click ID. Let every offer link to this network pass the click ID in the tracking "
                "code that comes back; a sale that came without your link has none.");
    return QCoreApplication::translate(
                   "Diagnosis",
                   "The field %1 should carry the click ID and arrived empty. Let every offer link to this network pass the click "
                   "ID in the tracking code that comes back; a sale that came without your link has none.")
            .arg(quotedDetail(field, longestQuote));
}

QString clickSentenceOfNative(PostbackCause cause, const QString &detail)
{
    const QString value = quotedDetail(detail, longestQuote);
    switch (cause) {
    case PostbackCause::NoClickId:
        return missingIdSentence(detail);
    case PostbackCause::ClickIdElsewhere:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The click ID arrived in the field %1, which this network's mapping does not read as the click ID. Let the "
                       "mapping read it there and read the notification again.")
                .arg(value);
    case PostbackCause::LiteralToken:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The notification brought the placeholder %1 itself instead of a click ID: nobody filled it in on the way. "
                       "Look what your offer link puts into the tracking code.")
                .arg(value);
    case PostbackCause::ForeignClickId:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "%1 is not one of our click IDs. Somebody else filled the tracking code, or the mapping reads another field: "
                       "compare it with what your offer link puts there.")
                .arg(value);
    case PostbackCause::WrongNetwork:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The click went to an offer of another network: %1. The URL of this network was entered in that network's "
                       "dashboard: replace it there, or attach the notification to its click by hand.")
                .arg(value);
    case PostbackCause::UnknownClick:
        return detail.section(u' ', 1) != beforeFirstClick
                ? QString()
                : QCoreApplication::translate(
                          "Diagnosis",
                          "The click ID %1 was never issued here: it is older than the first click of this data folder. Another "
                          "installation recorded it, and the notifications of those clicks belong there.")
                          .arg(quotedDetail(detail.section(u' ', 0, 0), longestQuote));
    default:
        return {};
    }
}

QString readingSentenceOfNative(PostbackCause cause, const QString &detail)
{
    const QString value = quotedDetail(detail, longestQuote);
    if (cause != PostbackCause::UnknownCurrency && looksLikePlaceholder(detail.toUtf8()))
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The notification brought the placeholder %1 itself, without a value in its place. Let the network's mapping "
                       "read another field, or ask the network.")
                .arg(value);
    if (cause == PostbackCause::UnknownStatus)
        return {};
    if (cause == PostbackCause::UnknownCurrency)
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The currency cannot be told from %1. Let the network's mapping read the field that holds the three-letter "
                       "code, or choose the network's currency in its settings.")
                .arg(value);
    if (readAmount(detail.toUtf8(), DecimalMark::Auto).tooLarge)
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The amount %1 is more than the %2 that one conversion may be worth, so it is not counted. Look at the sale in "
                       "the network's dashboard, and at the field that the mapping reads the payout from.")
                .arg(value, QLocale().toString(largestAmountMicros / 1'000'000));
    if (const auto micros = microsFromDecimal(detail); micros && *micros < 0)
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The amount %1 is negative, and nothing in the notification says that it takes a sale back, so it is not "
                       "counted. If it is a refund, let the network's mapping read the field that says so, or import its report.")
                .arg(value);
    return QCoreApplication::translate(
                   "Diagnosis",
                   "The amount %1 cannot be read. Let the network's mapping read the payout from a field that holds a plain number "
                   "such as 12.50.")
            .arg(value);
}

QString arrivalSentenceOfNative(PostbackCause cause, const QString &detail)
{
    const QString value = quotedDetail(detail, longestQuote);
    switch (cause) {
    case PostbackCause::UnknownKey:
        return QCoreApplication::translate(
                "Diagnosis",
                "No network has the key in this notification's address. Copy the network's URL again, whole, into its dashboard.");
    case PostbackCause::OldKey:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "It came over the network's old key, which works until %1. Copy the new URL into the network's dashboard "
                       "before that.")
                .arg(timeDetail(detail));
    case PostbackCause::ExpiredKey:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "It came over an old key of the network %1, which no longer works. Copy the network's present URL into its "
                       "dashboard, and let it send the notification again.")
                .arg(value);
    case PostbackCause::ContradictoryFields:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The notification says one thing twice and differently: %1. The first one counted. If it should be the other, "
                       "change which field the network's mapping reads.")
                .arg(value);
    case PostbackCause::RefusedRequest:
        return detail.toInt() == 408
                ? QString()
                : QCoreApplication::translate(
                        "Diagnosis",
                        "The request was longer than any notification of a network, or no valid HTTP, and was not read. Copy the "
                        "network's URL again, whole, into its dashboard; if that does not help, somebody else calls it.");
    case PostbackCause::DuplicatePostback:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The network told this sale twice within two minutes, first on %1: usually its URL is entered in two places. "
                       "It is counted once. In the network's dashboard, remove one of the two.")
                .arg(timeDetail(detail));
    default:
        return {};
    }
}

} // namespace

QString nativeSentence(PostbackCause cause, const QString &detail)
{
    switch (cause) {
    case PostbackCause::BadAmount:
    case PostbackCause::UnknownCurrency:
    case PostbackCause::UnknownStatus:
        return readingSentenceOfNative(cause, detail);
    default:
        break;
    }
    const QString ofClick = clickSentenceOfNative(cause, detail);
    return ofClick.isEmpty() ? arrivalSentenceOfNative(cause, detail) : ofClick;
}

QString nativeRepairSentence(MatchKind match, const QString &steps)
{
    if (steps.contains(u' '))
        return QCoreApplication::translate(
                "Diagnosis",
                "The click ID arrived damaged and was put right in several steps. It is counted. Look what the offer link and the "
                "redirects on the way do to it.");
    switch (match) {
    case MatchKind::Decoded:
        return QCoreApplication::translate(
                "Diagnosis",
                "The click ID arrived encoded once too often and was decoded. It is counted. Look whether the offer link or a "
                "redirect on the way encodes it.");
    case MatchKind::Trimmed:
        return QCoreApplication::translate(
                "Diagnosis",
                "The click ID arrived with something attached to it, which was taken off. It is counted. Look what stands directly "
                "before or behind the click ID in the offer link.");
    default:
        return {};
    }
}

} // namespace Matchbook
