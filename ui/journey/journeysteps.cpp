// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeysteps.h"

#include "journey/useragentname.h"
#include "matching/diagnosis.h"
#include "networks/formdecoding.h"
#include "text/statuswords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::JourneySteps)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

JourneyStep clickStep(const ClickRow &click)
{
    JourneyStep step;
    switch (click.kind) {
    case ClickKind::Visitor:
        step.title = Words::tr("Click");
        break;
    case ClickKind::Bot:
        step.title = Words::tr("Click by a bot");
        break;
    case ClickKind::Probe:
        step.title = Words::tr("Link preview");
        break;
    case ClickKind::Test:
        step.title = Words::tr("Click of a test");
        break;
    }
    step.time = click.time;
    const QString external
            = click.externalId.isEmpty() ? QString() : Words::tr("external ID %1").arg(click.externalId);
    step.details = joined({click.campaign, click.address, userAgentName(click.userAgent), external});
    return step;
}

JourneyStep lostClickStep(const ConversionRow &row)
{
    JourneyStep step;
    step.title = Words::tr("Click");
    step.time = row.conversion.clickTime;
    step.details = joined({row.campaign, Words::tr("the click's own details are no longer stored")});
    return step;
}

JourneyStep redirectStep(const ClickRow &click, const QByteArray &target)
{
    JourneyStep step;
    step.title = Words::tr("Redirected to offer");
    step.time = click.time;
    step.copyText = displayText(target);
    step.details = joined({click.offer, step.copyText});
    return step;
}

JourneyStep receivedStep(const PostbackRow &postback, const Formats &formats)
{
    JourneyStep step;
    step.postback = postback.id;
    step.title = postback.pixel ? Words::tr("Pixel loaded") : Words::tr("Postback received");
    step.time = postback.time;
    const QString how = postback.sender.isEmpty()
            ? QString::fromLatin1(postback.method)
            : Words::tr("%1 from %2").arg(QString::fromLatin1(postback.method), postback.sender);
    const QString payout
            = postback.payout ? Words::tr("payout %1").arg(formats.money(*postback.payout)) : QString();
    const QString transaction = postback.transactionId.isEmpty()
            ? QString()
            : Words::tr("transaction %1").arg(postback.transactionId);
    step.details = joined({how, payout, transaction});
    return step;
}

QString matchedTitle(MatchKind match)
{
    switch (match) {
    case MatchKind::None:
    case MatchKind::Exact:
        return Words::tr("Matched exactly");
    case MatchKind::Decoded:
        return Words::tr("Matched after decoding the ID once more");
    case MatchKind::CaseFolded:
        return Words::tr("Matched after mending the ID's letters");
    case MatchKind::Trimmed:
        return Words::tr("Matched after trimming the ID");
    case MatchKind::Transaction:
        return Words::tr("Matched by its transaction ID");
    case MatchKind::Attached:
        return Words::tr("Attached to its click by hand");
    case MatchKind::Kept:
        return Words::tr("Kept as revenue without a click");
    }
    return {};
}

JourneyStep judgementStep(const PostbackRow &postback)
{
    JourneyStep step;
    step.postback = postback.id;
    step.time = postback.time;
    step.details = explanation(postback.outcome, postback.cause, postback.causeDetail, postback.match,
                               channelOf(postback.signature, postback.body));
    if (movesNoMoney(postback.cause) && postback.outcome != PostbackOutcome::Repeated) {
        step.title = postback.cause == PostbackCause::SetupTest ? Words::tr("Test of the URL")
                                                                : Words::tr("News without money");
        step.tone = Tone::Grey;
        return step;
    }
    switch (postback.outcome) {
    case PostbackOutcome::Matched:
        step.title = matchedTitle(postback.match);
        step.tone = Tone::Green;
        if (step.details.isEmpty())
            step.details = Words::tr("not seen before");
        break;
    case PostbackOutcome::Repeated:
        step.title = Words::tr("Repeated: not counted again");
        step.tone = Tone::Violet;
        break;
    case PostbackOutcome::Changed:
        step.title = Words::tr("Belongs to this conversion");
        step.tone = Tone::Green;
        break;
    case PostbackOutcome::Unmatched:
        step.title = Words::tr("No click found");
        step.tone = Tone::Red;
        break;
    case PostbackOutcome::NotUnderstood:
        step.title = Words::tr("Not understood");
        step.tone = Tone::Amber;
        break;
    case PostbackOutcome::Refused:
        step.title = Words::tr("Refused");
        step.tone = Tone::Red;
        break;
    }
    return step;
}

JourneyStep historyStep(const HistoryLine &line, const HistoryLine *before, const Formats &formats)
{
    JourneyStep step;
    step.time = line.time;
    if (before && before->status == line.status && before->payout == line.payout
        && before->refundedMicros == line.refundedMicros) {
        step.title = Words::tr("Nothing changed in its money");
        return step;
    }
    step.tone = statusTone(line.status);
    const QString refunded = line.refundedMicros > 0
            ? Words::tr("%1 went back").arg(formats.money(Money{line.refundedMicros, line.payout.currency}))
            : QString();
    if (!before)
        step.title = Words::tr("Stored");
    else if (before->status != line.status)
        step.title = Words::tr("%1 → %2").arg(statusText(before->status), statusText(line.status));
    else
        step.title = Words::tr("Payout changed");
    const QString amount = before && before->payout != line.payout
            ? Words::tr("%1, before %2").arg(formats.money(line.payout), formats.money(before->payout))
            : formats.money(line.payout);
    step.details = joined({amount, before ? QString() : statusText(line.status), refunded});
    return step;
}

} // namespace

QList<JourneyStep> journeySteps(const Journey &journey, const Formats &formats)
{
    QList<JourneyStep> steps;
    if (journey.click)
        steps.append(clickStep(*journey.click));
    else if (journey.conversion)
        steps.append(lostClickStep(*journey.conversion));
    if (journey.click && !journey.redirectedTo.isEmpty())
        steps.append(redirectStep(*journey.click, journey.redirectedTo));
    qsizetype told = 0;
    const auto tellHistory = [&](const auto &belongs) {
        while (told < journey.history.size() && belongs(journey.history.at(told))) {
            steps.append(historyStep(journey.history.at(told),
                                     told > 0 ? &journey.history.at(told - 1) : nullptr, formats));
            ++told;
        }
    };
    for (const PostbackRow &postback : journey.postbacks) {
        tellHistory([&postback](const HistoryLine &line) {
            return line.postback != postback.id && line.time < postback.time;
        });
        steps.append(receivedStep(postback, formats));
        steps.append(judgementStep(postback));
        tellHistory([&postback](const HistoryLine &line) { return line.postback == postback.id; });
    }
    tellHistory([](const HistoryLine &) { return true; });
    return steps;
}

const PostbackRow *mainPostback(const Journey &journey, PostbackId selected)
{
    const auto first = [&journey](const auto &fits) -> const PostbackRow * {
        const auto found = std::find_if(journey.postbacks.cbegin(), journey.postbacks.cend(), fits);
        return found == journey.postbacks.cend() ? nullptr : &*found;
    };
    if (const PostbackRow *found = first([selected](const PostbackRow &row) { return row.id == selected; }))
        return found;
    if (const PostbackRow *found
        = first([](const PostbackRow &row) { return row.outcome == PostbackOutcome::Matched; }))
        return found;
    return journey.postbacks.isEmpty() ? nullptr : &journey.postbacks.constLast();
}

QString rawRequestText(const PostbackRow &postback)
{
    QString text = displayText(postback.method) % u' ' % displayText(postback.path);
    if (!postback.query.isEmpty())
        text += u'?' % displayText(postback.query);
    if (!postback.contentType.isEmpty() && !postback.body.isEmpty())
        text += u"\nContent-Type: "_s % postback.contentType;
    if (!postback.body.isEmpty())
        text += u"\n\n"_s % displayText(postback.body);
    return text;
}

} // namespace Matchbook
