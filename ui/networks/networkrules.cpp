// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkrules.h"

#include "networks/networkwords.h"
#include "text/statuswords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::NetworkRules)
};

QList<NetworkRule> rulesOfTheUrl(const PanelSubject &subject, const Formats &formats)
{
    const AffiliateNetwork &network = subject.health.network;
    QList<NetworkRule> rules{{Words::tr("Accepted senders"),
                              network.allowedSenders.isEmpty() ? Words::tr("any, with the key")
                                                               : network.allowedSenders.join(u", "_s)},
                             {Words::tr("Answer"),
                              network.answerText.isEmpty() ? u"OK"_s : network.answerText}};
    if (subject.health.oldKeyUntil > subject.now)
        rules.append({Words::tr("Old key works until"), formats.dateAndTime(subject.health.oldKeyUntil)});
    return rules;
}

} // namespace

QList<NetworkRule> networkRules(const PanelSubject &subject, const Formats &formats)
{
    const AffiliateNetwork &network = subject.health.network;
    QList<NetworkRule> rules{{Words::tr("Repeats"), repeatPolicyText(network.repeatPolicy)},
                             {Words::tr("Status if none is sent"), statusText(network.defaultStatus)},
                             {Words::tr("Decimal mark"), decimalMarkText(network.decimalMark)},
                             {Words::tr("Default currency"), network.defaultCurrency.code()},
                             {Words::tr("Sub ID parameter"),
                              network.subIdParameter.isEmpty() ? subject.preset.subIdParameter
                                                               : network.subIdParameter},
                             {Words::tr("Network's time zone"),
                              network.reportZone.isEmpty() ? Words::tr("not known") : network.reportZone}};
    return isReceived(subject.preset.kind) ? rules + rulesOfTheUrl(subject, formats) : rules;
}

std::pair<QStringList, QStringList> statusWordLines(const NetworkPreset &preset)
{
    QMap<ConversionStatus, QStringList> words;
    for (auto word = preset.statusWords.cbegin(); word != preset.statusWords.cend(); ++word)
        words[*word] += word.key();
    // The others are in the tool tip: a preset may know dozens.
    constexpr qsizetype shown = 3;
    QStringList lines;
    QStringList all;
    for (auto status = words.begin(); status != words.end(); ++status) {
        status->sort();
        const QString title = statusText(status.key());
        all += Words::tr("%1: %2", "a status, and the words for it").arg(title, status->join(u", "_s));
        QString some = status->mid(0, shown).join(u", "_s);
        if (status->size() > shown)
            some += u" …"_s;
        lines += Words::tr("%1: %2", "a status, and the words for it").arg(title, some);
    }
    return {lines, all};
}

} // namespace Matchbook
