// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::PresetWords)
};

} // namespace

QString confidenceText(const QString &confidence)
{
    if (confidence == "confirmed"_L1)
        return Words::tr("Confirmed");
    return confidence == "single"_L1 ? Words::tr("Single source") : Words::tr("Unsure");
}

QString confidenceSentence(const QString &confidence)
{
    if (confidence == "confirmed"_L1)
        return Words::tr(
                "Confirmed: what Matchbook knows of it is documented. Anything that is not is marked on the next page.");
    if (confidence == "single"_L1)
        return Words::tr(
                "Single source: what Matchbook knows of it has been found in one place only. Compare it with your "
                "dashboard; the test at the end tells whether it is right.");
    return Words::tr(
            "Unsure: what Matchbook knows of it is not confirmed. Compare it with your dashboard; the test at the "
            "end tells whether it is right.");
}

Tone confidenceTone(const QString &confidence)
{
    return confidence == "confirmed"_L1 ? Tone::Green : Tone::Amber;
}

QString obstacleText(PresetKind kind)
{
    switch (kind) {
    case PresetKind::Postback:
    case PresetKind::Native:
        break;
    case PresetKind::Report:
        return Words::tr("Only by its report");
    case PresetKind::Closed:
        return Words::tr("Takes no more affiliates");
    }
    return {};
}

QString obstacleTitle(const NetworkPreset &preset)
{
    switch (preset.kind) {
    case PresetKind::Postback:
    case PresetKind::Native:
        break;
    case PresetKind::Report:
        return Words::tr("%1 sends nothing by itself: you import its report").arg(preset.name);
    case PresetKind::Closed:
        return Words::tr("%1 takes no more affiliates").arg(preset.name);
    }
    return {};
}

namespace {

/// Only the network can sign, so there is nothing to simulate.
QString ownTestSentence(const NetworkPreset &preset, const QString &name)
{
    const QString wait = preset.postback.testButton == Known::No
            ? Words::tr("%1 has no test button of its own, so wait here for the first sale.").arg(name)
            : Words::tr("Wait here and press the test button in %1, in the menu where you pasted the URL.")
                      .arg(name);
    return Words::tr(
                   "Matchbook follows your link hop by hop with a test click. %1 signs what it sends, so only its "
                   "own test shows that the URL and the secret are right.")
                   .arg(name)
            + u' ' + wait + u' ' + Words::tr("Tests count nowhere.");
}

} // namespace

QString testSentence(const NetworkPreset &preset, const QString &name, bool macrosVerified)
{
    if (preset.kind == PresetKind::Native)
        return ownTestSentence(preset, name);
    QStringList sentences{
            macrosVerified
                    ? Words::tr(
                              "Matchbook follows your link hop by hop with a test click and sends a postback as %1 would.")
                              .arg(name)
                    : Words::tr(
                              "Matchbook follows your link hop by hop with a test click and sends a postback to itself. The "
                              "macros of %1 are not verified, so only its own test shows whether its postbacks arrive.")
                              .arg(name)};
    if (preset.postback.testButton == Known::Yes)
        sentences
                += Words::tr(
                           "Or wait here and press the test button in %1, in the menu where you pasted the URL.")
                           .arg(name);
    else if (preset.postback.testButton == Known::No)
        sentences += Words::tr("%1 has no test button of its own.").arg(name);
    sentences += Words::tr("Tests count nowhere.");
    return sentences.join(u' ');
}

QStringList goodToKnow(const NetworkPreset &preset)
{
    const PostbackFacts &facts = preset.postback;
    QStringList sentences = facts.hints;
    for (const QString &sentence : {facts.delay, facts.retry}) {
        if (!sentence.isEmpty())
            sentences.append(sentence);
    }
    if (!facts.expectedAnswer.isEmpty())
        sentences.append(Words::tr("It expects the answer %1.").arg(facts.expectedAnswer));
    if (!facts.senders.isEmpty())
        sentences.append(Words::tr("Its postbacks come from %1.").arg(facts.senders.join(u", "_s)));
    return sentences;
}

} // namespace Matchbook
