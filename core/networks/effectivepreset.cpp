// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effectivepreset.h"

#include "postbackurls.h"

namespace Matchbook {

namespace {

void putConstants(NetworkPreset &preset, const QHash<QString, QString> &constants)
{
    for (PostbackTemplate &one : preset.postback.templates)
        one.parameters = withConstants(one.parameters, constants);
    if (!preset.postback.templates.isEmpty())
        preset.postbackParameters = preset.postback.templates.constFirst().parameters;
}

} // namespace

NetworkPreset withOwnQueries(NetworkPreset preset, const OwnPostbackUrl &own)
{
    QList<PostbackTemplate> &templates = preset.postback.templates;
    // Where the macros are not known, the person has typed them.
    if (templates.isEmpty() && !own.queries.value(0).isEmpty())
        templates.append(PostbackTemplate());
    for (qsizetype i = 0; i < templates.size(); ++i) {
        if (!own.queries.value(i).isEmpty())
            templates[i].parameters = own.queries.at(i);
    }
    if (!templates.isEmpty())
        preset.postbackParameters = templates.constFirst().parameters;
    return preset;
}

NetworkPreset effectivePreset(const AffiliateNetwork &network, const PresetCatalogue &presets)
{
    const NetworkMapping &own = network.mapping;
    NetworkPreset preset = withOwnQueries(presets.findOrGeneric(network.preset), own.url);
    putConstants(preset, own.url.constants);
    // In place of the preset's names, not before them: where `commission` is missing, `amount` is still not the payout.
    for (auto it = own.fields.cbegin(); it != own.fields.cend(); ++it)
        fieldsOf(preset, it.key()) = *it;
    for (auto it = own.statusWords.cbegin(); it != own.statusWords.cend(); ++it)
        preset.statusWords.insert(it.key(), *it);
    if (!own.defaultEvent.isEmpty())
        preset.defaultEvent = own.defaultEvent;
    return preset;
}

} // namespace Matchbook
