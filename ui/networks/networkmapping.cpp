// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkmapping.h"

#include "networks/mappingform.h"
#include "postbacklog/arrivedfields.h"

using namespace Qt::StringLiterals;

namespace Matchbook {

QList<MappedField> mappedFields(const NetworkPreset &preset, const std::optional<PostbackRow> &newest)
{
    const QList<ArrivedField> arrived = newest ? arrivedFields(*newest, &preset) : QList<ArrivedField>();
    QList<MappedField> mapped;
    const auto add = [&](const QStringList &names, const QString &means) {
        if (names.isEmpty())
            return;
        MappedField field{names.constFirst(), names.join(u", "_s), means, {}};
        for (const ArrivedField &one : arrived) {
            if (!one.meaning.isEmpty() && names.contains(one.name, Qt::CaseInsensitive)) {
                field.comesAs = one.name;
                field.lastValue = one.value;
                break;
            }
        }
        mapped.append(field);
    };
    const QList<FieldMeaning> meanings = allMeanings();
    for (const FieldMeaning meaning : meanings)
        add(fieldsOf(preset, meaning), meaningText(meaning));
    return mapped;
}

QString parameterPattern(const NetworkPreset &preset)
{
    QStringList parts;
    for (const QStringList &names :
         {preset.clickIdFields, preset.payoutFields, preset.transactionFields, preset.statusFields}) {
        if (!names.isEmpty())
            parts.append(names.constFirst() % u"=…"_s);
    }
    return parts.join(u'&');
}

} // namespace Matchbook
