// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportjump.h"

using namespace Qt::StringLiterals;

namespace Matchbook {

QVariantMap jumpToConversions(const ReportQuestion &asked, const QList<ReportPart> &path)
{
    DateRange range = asked.range;
    QVariantMap what;
    if (asked.network.isValid())
        what.insert(u"network"_s, asked.network.value);
    for (qsizetype i = 0; i < path.size(); ++i) {
        const ReportPart &part = path.at(i);
        switch (asked.by.at(i)) {
        case ReportDimension::Campaign:
            what.insert(u"campaign"_s, part.id);
            break;
        case ReportDimension::Network:
            what.insert(u"network"_s, part.id);
            break;
        case ReportDimension::Status:
            if (part.id >= 0)
                what.insert(u"word"_s, part.name);
            break;
        default:
            if (part.day.isValid())
                range.from = std::max(range.from, part.day);
        }
    }
    what.insert(u"since"_s, range.startMs());
    return what;
}

} // namespace Matchbook
