// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkwords.h"

#include "networks/addresslist.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::NetworkWords)
};

} // namespace

QString repeatPolicyText(RepeatPolicy policy)
{
    switch (policy) {
    case RepeatPolicy::Update:
        return Words::tr("Update the conversion");
    case RepeatPolicy::Ignore:
        return Words::tr("Ignore repeats");
    case RepeatPolicy::CountEveryHit:
        return Words::tr("Count every postback");
    case RepeatPolicy::AddAmounts:
        return Words::tr("Add the amounts");
    }
    return {};
}

QString decimalMarkText(DecimalMark mark)
{
    switch (mark) {
    case DecimalMark::Auto:
        return Words::tr("Either, if plain");
    case DecimalMark::Point:
        return Words::tr("Point: 1,234.50");
    case DecimalMark::Comma:
        return Words::tr("Comma: 1.234,50");
    }
    return {};
}

QString numberedSteps(const QStringList &steps)
{
    QStringList lines;
    for (const QString &step : steps)
        lines.append(u"%1.\u2002%2"_s.arg(lines.size() + 1).arg(step));
    return lines.join(u'\n');
}

QStringList wordsOfList(const QString &text)
{
    static const QRegularExpression separators(u"[,;\\s]+"_s);
    return text.split(separators, Qt::SkipEmptyParts);
}

QString wrongSender(const QStringList &senders)
{
    for (const QString &sender : senders) {
        if (!AddressList::parse({sender}))
            return sender;
    }
    return {};
}

} // namespace Matchbook
