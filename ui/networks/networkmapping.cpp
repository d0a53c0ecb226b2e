// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkmapping.h"

#include "postbacklog/arrivedfields.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::NetworkMapping)
};

} // namespace

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
    add(preset.clickIdFields, Words::tr("Click ID"));
    add(preset.payoutFields, Words::tr("Payout"));
    add(preset.currencyFields, Words::tr("Currency"));
    add(preset.transactionFields, Words::tr("Transaction ID"));
    add(preset.statusFields, Words::tr("Status"));
    add(preset.eventFields, Words::tr("Event"));
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
