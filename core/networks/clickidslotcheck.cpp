// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickidslotcheck.h"

#include "vocabulary/clickid.h"

#include <QCoreApplication>

#include <algorithm>

namespace Matchbook {

namespace {

using Verdict = SlotCheck::Verdict;

/// True if \a alphabet, ranges and single characters as in `a-z0-9_`, holds \a c.
bool holds(const QString &alphabet, QChar c)
{
    for (qsizetype i = 0; i < alphabet.size();) {
        const bool isRange = i + 2 < alphabet.size() && alphabet[i + 1] == u'-';
        const QChar last = isRange ? alphabet[i + 2] : alphabet[i];
        if (c >= alphabet[i] && c <= last)
            return true;
        i += isRange ? 3 : 1;
    }
    return false;
}

bool holdsClickIds(const QString &alphabet)
{
    const QString used = QStringLiteral("m0123456789abcdefghjkmnpqrstvwxyz");
    return std::all_of(used.begin(), used.end(), [&](QChar c) { return holds(alphabet, c); });
}

/// What else to use: the first of the network's sub ID parameters that carries our click IDs.
QString wayOut(const NetworkPreset &preset, const QString &parameter)
{
    const QStringList all = QStringList{preset.subIdParameter} + preset.offerLink.alternatives;
    for (const QString &other : all) {
        const bool isAnother = !other.isEmpty() && other.compare(parameter, Qt::CaseInsensitive) != 0;
        const auto slot = std::find_if(preset.offerLink.slotLimits.begin(), preset.offerLink.slotLimits.end(),
                                       [&](const ClickIdSlot &one) { return one.parameter == other; });
        const bool isFree = slot == preset.offerLink.slotLimits.end()
                || ((slot->maxLength == 0 || slot->maxLength >= ClickId::length)
                    && (slot->alphabet.isEmpty() || holdsClickIds(slot->alphabet)));
        if (isAnother && isFree)
            return u' '
                    + QCoreApplication::translate("ClickIdSlot", "Put the click ID into %1 instead.")
                              .arg(other);
    }
    return {};
}

SlotCheck judged(const ClickIdSlot &slot, const NetworkPreset &preset)
{
    if (slot.maxLength > 0 && slot.maxLength < ClickId::length)
        return {Verdict::TooShort,
                QCoreApplication::translate("ClickIdSlot",
                                            "%1 takes %2 characters at most, and a click ID has %3: it "
                                            "would come back cut off.")
                                .arg(slot.parameter)
                                .arg(slot.maxLength)
                                .arg(ClickId::length)
                        + wayOut(preset, slot.parameter)};
    if (!slot.alphabet.isEmpty() && !holdsClickIds(slot.alphabet))
        return {Verdict::WrongCharacters,
                QCoreApplication::translate("ClickIdSlot",
                                            "%1 takes the characters %2 only, and a click ID is made of "
                                            "digits and lower-case letters.")
                                .arg(slot.parameter, slot.alphabet)
                        + wayOut(preset, slot.parameter)};
    const QString note = slot.note.isEmpty() ? QString() : u' ' + slot.note;
    if (slot.maxLength > 0)
        return {Verdict::Fits,
                QCoreApplication::translate("ClickIdSlot",
                                            "%1 takes up to %2 characters; a click ID has %3 and fits.")
                                .arg(slot.parameter)
                                .arg(slot.maxLength)
                                .arg(ClickId::length)
                        + note};
    return {slot.alphabet.isEmpty() ? Verdict::NoLimitKnown : Verdict::Fits,
            QCoreApplication::translate("ClickIdSlot", "No limit of length is documented for %1.")
                            .arg(slot.parameter)
                    + note};
}

} // namespace

SlotCheck checkClickIdSlot(const NetworkPreset &preset, const QString &parameter)
{
    const OfferLinkFacts &link = preset.offerLink;
    const QString name = parameter.isEmpty() ? preset.subIdParameter : parameter;
    if (name.isEmpty() && link.clickIdInPath)
        return {Verdict::NoLimitKnown,
                QCoreApplication::translate(
                        "ClickIdSlot", "The click ID is part of the link's path; no limit is documented.")};
    if (name.isEmpty())
        return {Verdict::NoParameter,
                QCoreApplication::translate("ClickIdSlot",
                                            "Which parameter of the offer link comes back is not known: ask "
                                            "the network for its sub ID parameter.")};
    for (const ClickIdSlot &slot : link.slotLimits) {
        if (slot.parameter.compare(name, Qt::CaseInsensitive) == 0)
            return judged(slot, preset);
    }
    ClickIdSlot unlimited;
    unlimited.parameter = name;
    return judged(unlimited, preset);
}

} // namespace Matchbook
