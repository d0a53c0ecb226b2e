// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trialreading.h"

#include "matching/matchpostback.h"
#include "networks/formdecoding.h"
#include "networks/protocols/protocol.h"

namespace Matchbook {

namespace {

/// Without a click ID a postback can only be about a sale that is known already.
bool isFoundByTransaction(const TrialReading &trial)
{
    return !trial.reading.transactionId.isEmpty()
            && (trial.outcome == PostbackOutcome::Matched || trial.outcome == PostbackOutcome::Changed
                || trial.outcome == PostbackOutcome::Repeated);
}

} // namespace

ReceivedRequest receivedRequest(const PostbackRow &row)
{
    ReceivedRequest request;
    request.method = row.method;
    request.path = row.path;
    request.query = row.query;
    request.body = row.body;
    request.headers = {{"content-type", row.contentType.toUtf8()}, {"user-agent", row.userAgent.toUtf8()}};
    request.sender = row.sender.toLatin1();
    request.arrivedAt = row.time;
    return request;
}

QList<TrialReading> trialReadings(const QList<PostbackRow> &rows, const NetworkPreset &preset,
                                  const AffiliateNetwork &network)
{
    QList<TrialReading> trials;
    trials.reserve(rows.size());
    for (const PostbackRow &row : rows) {
        TrialReading trial{row.id, row.time,   readStored(receivedRequest(row), preset, network), {}, {},
                           {},     row.outcome};
        const RepairedClickId repaired = clickIdOf(trial.reading);
        trial.clickId = repaired.id ? repaired.id->toString() : displayText(trial.reading.clickIdText);
        const PostbackCause unbelieved = causeOf(row.signature);
        trial.problem = unbelieved == PostbackCause::None ? trial.reading.problem : unbelieved;
        trial.detail = trial.reading.problemDetail;
        if (trial.problem == PostbackCause::None && row.outcome == PostbackOutcome::Refused) {
            trial.problem = row.cause;
            trial.detail = row.causeDetail;
        }
        if (trial.problem == PostbackCause::None && !repaired.id && !isFoundByTransaction(trial)) {
            trial.problem = repaired.cause;
            trial.detail = repaired.detail;
        }
        trials << trial;
    }
    return trials;
}

} // namespace Matchbook
