// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetdoubts.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::PresetDoubts)
};

/// What the member of a preset is called on the screen; its own name where there is no better one.
QString memberText(const QString &member)
{
    if (member.startsWith("offerLink.subId"_L1) || member == "offerLink.alternatives"_L1)
        return Words::tr("Sub ID parameter");
    if (member.startsWith("offerLink."_L1))
        return Words::tr("Offer link");
    if (member == "postback.templates"_L1)
        return Words::tr("Postback URL");
    if (member == "postback.steps"_L1)
        return Words::tr("Where to paste it");
    if (member.startsWith("postback."_L1))
        return Words::tr("How it sends");
    if (member.startsWith("statusWords"_L1) || member == "fields.status"_L1)
        return Words::tr("Status");
    if (member == "fields.payout"_L1)
        return Words::tr("Payout");
    if (member == "fields.currency"_L1 || member == "defaultCurrency"_L1)
        return Words::tr("Currency");
    if (member.startsWith("fields"_L1))
        return Words::tr("Parameters");
    if (member == "extends"_L1)
        return Words::tr("Platform");
    return Words::tr("Preset");
}

} // namespace

QString presetConfidence(const NetworkPreset &preset, const QLocale &locale)
{
    const QDate month = QDate::fromString(preset.checked % "-01"_L1, u"yyyy-MM-dd"_s);
    const QString checked = month.isValid() ? locale.toString(month, u"MMM yyyy"_s) : QString();
    QString words = Words::tr("facts not verified");
    if (preset.confidence == "confirmed"_L1)
        words = Words::tr("facts confirmed");
    else if (preset.confidence == "single"_L1)
        words = Words::tr("facts from one source");
    return checked.isEmpty() ? words : Words::tr("%1, checked %2").arg(words, checked);
}

QStringList presetDoubts(const NetworkPreset &preset)
{
    QStringList doubts;
    for (const UnverifiedMember &one : preset.unverified)
        doubts += Words::tr("%1: %2", "what is doubtful, and why").arg(memberText(one.member), one.why);
    return doubts;
}

} // namespace Matchbook
