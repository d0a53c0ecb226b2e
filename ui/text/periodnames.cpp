// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "periodnames.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::PeriodNames)
};

} // namespace

QString periodName(const QString &word)
{
    const QHash<QString, QString> names{{u"today"_s, Words::tr("Today")},
                                        {u"yesterday"_s, Words::tr("Yesterday")},
                                        {u"7days"_s, Words::tr("Last 7 days")},
                                        {u"30days"_s, Words::tr("Last 30 days")},
                                        {u"90days"_s, Words::tr("Last 90 days")},
                                        {u"week"_s, Words::tr("This week")},
                                        {u"lastweek"_s, Words::tr("Last week")},
                                        {u"month"_s, Words::tr("This month")},
                                        {u"lastmonth"_s, Words::tr("Last month")},
                                        {u"quarter"_s, Words::tr("This quarter")},
                                        {u"lastquarter"_s, Words::tr("Last quarter")},
                                        {u"taxyear"_s, Words::tr("This tax year")},
                                        {u"lasttaxyear"_s, Words::tr("Last tax year")},
                                        {u"all"_s, Words::tr("All time")}};
    return names.value(word);
}

} // namespace Matchbook
