// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "offerremarks.h"

#include "chaintest/presetmacros.h"
#include "networks/formdecoding.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::OfferRemarks)
};

void addUnknownTokens(const QString &url, QStringList &remarks)
{
    static const QRegularExpression token(uR"re((?:\{|%7B)+([^{}%&?/\s]{1,64})(?:\}|%7D)+)re"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression known(u"^(?:clickid|externalid|campaign|sub(?:[1-9]|10))$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    for (auto found = token.globalMatch(url); found.hasNext();) {
        const QString name = found.next().captured(1);
        if (!known.match(name).hasMatch())
            remarks << Words::tr(
                               "Nobody fills {%1}: it will be empty. There are {clickid}, {sub1} to {sub10}, {externalid} and "
                               "{campaign}.")
                               .arg(name);
    }
}

void addParameters(const QString &url, const QString &subIdParameter, QStringList &remarks)
{
    const bool byToken = url.contains("{clickid}"_L1, Qt::CaseInsensitive)
            || url.contains("%7Bclickid%7D"_L1, Qt::CaseInsensitive);
    QStringList seen;
    for (const FormField &field : decodeForm(url.section(u'#', 0, 0).section(u'?', 1).toUtf8())) {
        const QString name = QString::fromUtf8(field.name);
        if (seen.count(name) == 1)
            remarks << Words::tr("%1 stands in the link twice: which of the two counts the network decides.")
                               .arg(name);
        seen << name;
        if (!byToken && name == subIdParameter && !field.value.isEmpty())
            remarks << Words::tr("%1 holds \"%2\" in the link, which the click ID overwrites.")
                               .arg(name, displayText(field.value.left(60)));
    }
}

bool isPastedTwice(const QString &url)
{
    // The address up to the path: one that is inside another as a parameter has its marks encoded, or an = before it.
    const QString begin = url.section(u'?', 0, 0).section(u'/', 0, 2);
    const qsizetype again = begin.size() < 10 ? -1 : url.indexOf(begin, begin.size(), Qt::CaseInsensitive);
    return again > 0 && url.at(again - 1) != u'=';
}

} // namespace

QStringList offerRemarks(const QString &url, const NetworkPreset &preset, const QString &subIdParameter)
{
    QStringList remarks;
    if (isPastedTwice(url))
        remarks << Words::tr("The link seems to be pasted twice, one behind the other.");
    addUnknownTokens(url, remarks);
    addParameters(url, subIdParameter, remarks);
    if (const auto mismatch = subIdMismatch(preset, url, subIdParameter))
        remarks << Words::tr(
                           "The postback gives back %1, your link fills %2. Put the click ID into %1, or let the postback URL "
                           "give back %2.")
                           .arg(mismatch->givenBack, mismatch->filled);
    return remarks;
}

} // namespace Matchbook
