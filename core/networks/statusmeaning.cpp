// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statusmeaning.h"

#include <algorithm>

namespace Matchbook {

bool tellsStatus(const NetworkPreset &preset)
{
    const auto namesStatus = [&](const QString &item) {
        return preset.statusFields.contains(item.section(u'=', 0, 0), Qt::CaseInsensitive);
    };
    const QList<PostbackTemplate> &templates = preset.postback.templates;
    return std::any_of(templates.cbegin(), templates.cend(), [&](const PostbackTemplate &one) {
        const QStringList items = one.parameters.split(u'&');
        return one.status || std::any_of(items.cbegin(), items.cend(), namesStatus);
    });
}

std::optional<ConversionStatus> statusMeant(const NetworkPreset &preset, const QString &word)
{
    const auto listed = preset.statusWords.constFind(word.trimmed().toLower());
    if (listed != preset.statusWords.cend())
        return *listed;
    const auto own = statusFromWord(word.trimmed());
    const bool neverCounts = own == ConversionStatus::Test || own == ConversionStatus::Ignored;
    return neverCounts || tellsStatus(preset) ? std::nullopt : own;
}

} // namespace Matchbook
