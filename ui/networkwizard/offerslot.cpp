// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "offerslot.h"

#include "campaigns/offerlink.h"
#include "networks/clickidslotcheck.h"
#include "networks/formdecoding.h"
#include "networkwizard/offerremarks.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::OfferSlot)
};

constexpr auto token = "{clickid}"_L1;

bool hasParameter(const QString &url, const QString &name)
{
    const QString query = url.section(u'#', 0, 0).section(u'?', 1);
    const QList<FormField> fields = decodeForm(query.toUtf8());
    return std::any_of(fields.cbegin(), fields.cend(), [&](const FormField &field) {
        return QString::fromUtf8(field.name).compare(name, Qt::CaseInsensitive) == 0;
    });
}

/// \a url with `name={clickid}` behind its query, before a fragment.
QString withToken(const QString &url, const QString &name)
{
    const qsizetype hash = url.indexOf(u'#');
    QString link = hash < 0 ? url : url.first(hash);
    const QString fragment = hash < 0 ? QString() : url.sliced(hash);
    if (!link.endsWith(u'?') && !link.endsWith(u'&'))
        link += link.contains(u'?') ? u'&' : u'?';
    return link % name % u'=' % token % fragment;
}

/// Some networks give the click ID back only if it stands in a second parameter as well.
QString withSecondPlaces(const QString &url, const NetworkPreset &preset, const QString &parameter)
{
    const bool plain = !url.contains(token, Qt::CaseInsensitive) && !hasParameter(url, parameter);
    if (preset.offerLink.alsoIn.isEmpty() || parameter != preset.subIdParameter || !plain)
        return url;
    QString link = withToken(url, parameter);
    for (const QString &also : preset.offerLink.alsoIn) {
        if (!hasParameter(link, also))
            link = withToken(link, also);
    }
    return link;
}

} // namespace

OfferSlot offerSlot(const QString &pasted, const NetworkPreset &preset, const QString &subIdParameter)
{
    OfferSlot slot;
    slot.url = withSecondPlaces(pasted.trimmed(), preset, subIdParameter);
    slot.remarks = offerRemarks(slot.url, preset, subIdParameter);
    slot.preview = offerUrlPreview(slot.url, subIdParameter, Words::tr("your-campaign"));
    const bool placed = slot.url.contains(token, Qt::CaseInsensitive);
    if (!placed && subIdParameter.isEmpty()) {
        slot.sentence = preset.offerLink.clickIdInPath && !preset.offerLink.linkTemplate.isEmpty()
                ? Words::tr(
                          "In this network's links the click ID is a part of the path. Write {clickid} at its place, as in "
                          "%1")
                          .arg(preset.offerLink.linkTemplate)
                : clickIdPlace(slot.url, subIdParameter);
        return slot;
    }
    const SlotCheck check = checkClickIdSlot(preset, subIdParameter);
    const bool elsewhere = placed && slot.url == pasted.trimmed();
    slot.carries = elsewhere || check.carries();
    slot.sentence = elsewhere ? clickIdPlace(slot.url, subIdParameter)
            : placed          ? Words::tr("The click ID is added to the link as %1=, and as %2= as well.")
                               .arg(subIdParameter, preset.offerLink.alsoIn.join("=, "_L1))
                     : clickIdPlace(slot.url, subIdParameter);
    if (!elsewhere)
        slot.sentence += u' ' % check.sentence;
    return slot;
}

} // namespace Matchbook
