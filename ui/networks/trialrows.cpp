// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mappingdialog.h"

#include "matching/diagnosis.h"
#include "text/statuswords.h"
#include "widgets/celltable.h"

namespace Matchbook {

namespace {

QString payoutText(const TrialReading &trial, const AffiliateNetwork &network, const Formats &formats)
{
    if (!trial.reading.payoutMicros)
        return noneText();
    return formats.money(
            Money{*trial.reading.payoutMicros, trial.reading.currency.value_or(network.defaultCurrency)});
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? noneText() : text;
}

/// A problem of the content or of the click ID; the content's is one that keeps the request from being understood.
QString problemText(const TrialReading &trial)
{
    const bool ofContent = trial.reading.problem != PostbackCause::None;
    return trial.problem == PostbackCause::None
            ? QString()
            : shortReason(ofContent ? PostbackOutcome::NotUnderstood : PostbackOutcome::Unmatched,
                          trial.problem, trial.detail);
}

QList<QString> textsOf(const TrialReading &trial, const AffiliateNetwork &network, const Formats &formats)
{
    const auto status = trial.reading.status.value_or(network.defaultStatus);
    return {shortId(trial.clickId),
            orNone(trial.reading.transactionId),
            orNone(trial.reading.event),
            trial.reading.problem == PostbackCause::UnknownStatus ? noneText() : statusText(status),
            payoutText(trial, network, formats),
            problemText(trial)};
}

} // namespace

QList<QList<Cell>> trialRows(const QList<TrialReading> &before, const QList<TrialReading> &after,
                             const AffiliateNetwork &network, const Formats &formats)
{
    QList<QList<Cell>> rows;
    for (qsizetype i = 0; i < after.size(); ++i) {
        const QList<QString> now = textsOf(after.at(i), network, formats);
        const QList<QString> then = i < before.size() ? textsOf(before.at(i), network, formats) : now;
        QList<Cell> row{
                {formats.dateAndTime(after.at(i).time), Tone::Grey, false, after.at(i).postback.value}};
        for (qsizetype column = 0; column < now.size(); ++column) {
            Cell cell{now.at(column)};
            cell.monospaced = column < 2;
            if (column == now.size() - 1)
                cell.tone = Tone::Red;
            else if (now.at(column) != then.at(column))
                cell.tone = Tone::Blue;
            row += cell;
        }
        rows += row;
    }
    return rows;
}

} // namespace Matchbook
