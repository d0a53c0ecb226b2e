// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetmembernames.h"

namespace Matchbook {

namespace {

QStringList split(const char *names)
{
    return QString::fromLatin1(names).split(u' ');
}

} // namespace

QStringList NetworkPresetMembers::whole()
{
    return split(
            "$schema id name forWhom extends platform isPlatform kind protocol advice offerLink postback fields "
            "statusWords defaultStatus defaultEvent defaultCurrency decimalMark amountUnit repeatPolicy reportZone confidence "
            "unverified sources checked notes");
}

QStringList NetworkPresetMembers::offerLink()
{
    return split("subIdParameter alternatives alsoIn template clickIdInPath slots signs");
}

QStringList NetworkPresetMembers::slot()
{
    return split("parameter maxLength alphabet note");
}

QStringList NetworkPresetMembers::sign()
{
    return split("hosts path parameters confidence");
}

QStringList NetworkPresetMembers::postback()
{
    return split(
            "templates constants methods steps testButton retry expectedAnswer secret senders delay hints");
}

QStringList NetworkPresetMembers::secret()
{
    return split("label where form optional");
}

QStringList NetworkPresetMembers::postbackTemplate()
{
    return split("parameters status purpose");
}

QStringList NetworkPresetMembers::fields()
{
    return split("clickId payout currency transactionId status event offer");
}

QStringList TrafficSourceMembers::whole()
{
    return split(
            "$schema id name externalId subIds cost linkMacros autoTags outbound hints confidence unverified sources "
            "checked notes");
}

QStringList TrafficSourceMembers::linkMacro()
{
    return split("parameter macro meaning");
}

QStringList TrafficSourceMembers::outbound()
{
    return split("template constants method advice");
}

QStringList confidenceWords()
{
    return split("confirmed single unsure");
}

} // namespace Matchbook
