// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clicksentences.h"

#include "absence.h"
#include "readabledetail.h"

#include <QCoreApplication>

namespace Matchbook {

namespace {

QString unknownClickSentence(const QString &detail)
{
    const QString value = quotedDetail(detail.section(u' ', 0, 0), longestQuote);
    const QString why = detail.section(u' ', 1);
    if (why == beforeFirstClick)
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The click ID %1 was never issued here: it is older than the first click of this data folder. It was "
                       "recorded by another installation, whose postback URL belongs into the network's dashboard for those clicks.")
                .arg(value);
    if (why == inTheFuture)
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The click ID %1 was never issued here: the time in it has not come yet. It comes from another installation "
                       "whose clock is wrong, or was made up; use a real click for a test from the network's dashboard.")
                .arg(value);
    return QCoreApplication::translate(
                   "Diagnosis",
                   "The click ID %1 is in order, but its click is not stored here. It may have been recorded in another data "
                   "folder, or still be on its way: when it arrives, the postback is matched.")
            .arg(value);
}

QString wrongNetworkSentence(const QString &value)
{
    return QCoreApplication::translate(
                   "Diagnosis",
                   "The click went to an offer of another network: %1. The postback URL of this network was pasted into that "
                   "network's dashboard: replace it there, or attach the postback to its click by hand.")
            .arg(value);
}

QString lateSentence(const QString &detail)
{
    const QString sentence
            = QCoreApplication::translate("Diagnosis", "Matched, but it arrived %1 days after its click.")
                      .arg(lateDays(detail));
    const QString documented = detail.section(u' ', 1);
    if (documented.isEmpty())
        return sentence + u' '
                + QCoreApplication::translate(
                        "Diagnosis",
                        "No delay or approval time is documented for this network: ask it, or look "
                        "in its dashboard, how long it holds conversions back.");
    return sentence + u' '
            + QCoreApplication::translate("Diagnosis", "What is documented about the network's delay: %1.")
                      .arg(documented.endsWith(u'.') ? documented.chopped(1) : documented);
}

/// \a decodings says how often it was decoded before it was readable.
QString stepName(QStringView step, qsizetype decodings)
{
    if (step == matchWord(MatchKind::Decoded))
        return decodings == 1
                ? QCoreApplication::translate("Diagnosis", "decoded once more")
                : QCoreApplication::translate("Diagnosis", "decoded %1 times more").arg(decodings);
    if (step == matchWord(MatchKind::CaseFolded))
        return QCoreApplication::translate("Diagnosis", "lower-cased");
    return QCoreApplication::translate("Diagnosis", "trimmed");
}

/// For a click ID that was mended in several \a steps: their words in a row.
QString stepsSentence(const QString &steps)
{
    QStringList words = steps.split(u' ');
    const qsizetype decodings = words.count(QString(matchWord(MatchKind::Decoded)));
    words.removeDuplicates();
    if (words.size() == 1)
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The click ID arrived encoded several times and was decoded %1 times more. It is counted. In the network's "
                       "dashboard, use the macro without its encoding variant if there is one; redirects on the way may encode "
                       "it too.")
                .arg(decodings);
    QStringList names;
    for (const QString &word : std::as_const(words))
        names << stepName(word, decodings);
    const QString last = names.takeLast();
    return QCoreApplication::translate(
                   "Diagnosis",
                   "The click ID arrived damaged and was put right in several steps: %1 and %2. It is counted. In the network's "
                   "dashboard, use the macro without its encoding variant if there is one, and look what stands directly before "
                   "or behind it in the postback URL.")
            .arg(names.join(QStringLiteral(", ")), last);
}

QString missingIdSentence(const QString &parameter)
{
    if (parameter.isEmpty())
        return QCoreApplication::translate(
                "Diagnosis",
                "The postback carries no click ID. In the network's dashboard, put the macro that gives back the click ID "
                "into the postback URL, as its first parameter.");
    return QCoreApplication::translate(
                   "Diagnosis",
                   "The parameter %1 should carry the click ID and arrived empty. The network had nothing to put there, or did "
                   "not know the macro: use the macro of the sub ID that your offer link fills, and let every offer link to this "
                   "network pass the click ID.")
            .arg(quotedDetail(parameter, longestQuote));
}

QString elsewhereSentence(const QString &parameter)
{
    return QCoreApplication::translate(
                   "Diagnosis",
                   "The click ID arrived as %1, which this network's mapping does not read as the click ID. Let the mapping read "
                   "it there and read the postback again, or rename the parameter in the postback URL in the network's dashboard.")
            .arg(parameter);
}

} // namespace

QString lateDays(const QString &detail)
{
    return detail.section(u' ', 0, 0);
}

QString repairSentence(MatchKind match, const QString &steps)
{
    if (steps.contains(u' '))
        return stepsSentence(steps);
    switch (match) {
    case MatchKind::Decoded:
        return QCoreApplication::translate(
                "Diagnosis",
                "The click ID arrived encoded once too often and was decoded. It is counted. In the network's dashboard, use the "
                "macro without its encoding variant if there is one.");
    case MatchKind::CaseFolded:
        return QCoreApplication::translate(
                "Diagnosis",
                "The click ID arrived in other capitals or with look-alike letters and was put right. It is counted; there is "
                "nothing to do.");
    case MatchKind::Trimmed:
        return QCoreApplication::translate(
                "Diagnosis",
                "The click ID arrived with something attached to it, which was taken off. It is counted. In the network's "
                "dashboard, look what stands directly before or behind the macro in the postback URL.");
    case MatchKind::Attached:
        return QCoreApplication::translate(
                "Diagnosis", "Somebody attached this postback to its click by hand. It is counted.");
    case MatchKind::Kept:
        return QCoreApplication::translate(
                "Diagnosis",
                "Somebody kept this postback as revenue without a click: it counts for its network and for no campaign.");
    case MatchKind::None:
    case MatchKind::Exact:
    case MatchKind::Transaction:
        break;
    }
    return {};
}

QString clickSentence(PostbackCause cause, const QString &detail)
{
    const QString value = quotedDetail(detail, longestQuote);
    switch (cause) {
    case PostbackCause::NoClickId:
        return missingIdSentence(detail);
    case PostbackCause::ClickIdElsewhere:
        return elsewhereSentence(value);
    case PostbackCause::LiteralToken:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The network sent the placeholder %1 itself instead of a click ID. The macro is misspelt or belongs to "
                       "another network: copy it from the network's dashboard into the postback URL exactly as it is written "
                       "there.")
                .arg(value);
    case PostbackCause::ClickIdTruncated:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The click ID was cut to %1 of 20 characters, so its click cannot be told. The network's field is too "
                       "short: let the offer link pass the click ID in a longer sub ID field.")
                .arg(detail);
    case PostbackCause::ClickIdDamaged:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "%1 looks like one of our click IDs, but its check character is wrong: something changed it on the way. "
                       "Compare it with the click ID in the offer link; if it happens again, use another sub ID field of the "
                       "network.")
                .arg(value);
    case PostbackCause::ForeignClickId:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "%1 is not one of our click IDs. The network gives back another value, often its own: in its dashboard, "
                       "use the macro of the sub ID that your offer link fills.")
                .arg(value);
    case PostbackCause::PurgedClick:
        return QCoreApplication::translate(
                       "Diagnosis",
                       "The click %1 is from a time of which the clicks were purged, so its campaign is not known any more. Keep the "
                       "postback as unmatched revenue, or attach it to another click.")
                .arg(value);
    case PostbackCause::WrongNetwork:
        return wrongNetworkSentence(value);
    case PostbackCause::Late:
        return lateSentence(detail);
    default:
        return unknownClickSentence(detail);
    }
}

QString shortClickReason(PostbackCause cause, const QString &detail)
{
    const QString value = quotedDetail(detail, longestShortQuote);
    switch (cause) {
    case PostbackCause::NoClickId:
        return detail.isEmpty() ? QCoreApplication::translate("Diagnosis", "No click ID")
                                : QCoreApplication::translate("Diagnosis", "Empty: %1").arg(value);
    case PostbackCause::ClickIdElsewhere:
        return QCoreApplication::translate("Diagnosis", "Click ID is in %1").arg(value);
    case PostbackCause::LiteralToken:
        return QCoreApplication::translate("Diagnosis", "Placeholder %1 not filled in").arg(value);
    case PostbackCause::ClickIdTruncated:
        return QCoreApplication::translate("Diagnosis", "ID cut to %1 of 20").arg(detail);
    case PostbackCause::ClickIdDamaged:
        return QCoreApplication::translate("Diagnosis", "ID damaged: %1").arg(value);
    case PostbackCause::ForeignClickId:
        return QCoreApplication::translate("Diagnosis", "Not our ID: %1").arg(value);
    case PostbackCause::UnknownClick:
        return QCoreApplication::translate("Diagnosis", "Click not stored here");
    case PostbackCause::PurgedClick:
        return QCoreApplication::translate("Diagnosis", "Click was purged");
    case PostbackCause::WrongNetwork:
        return QCoreApplication::translate("Diagnosis", "Click of network %1").arg(value);
    case PostbackCause::Late:
        return QCoreApplication::translate("Diagnosis", "%1 days after its click").arg(lateDays(detail));
    default:
        return {};
    }
}

} // namespace Matchbook
