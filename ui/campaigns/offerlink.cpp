// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "offerlink.h"

#include "networks/urltemplate.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::OfferLink)
};

} // namespace

QString subIdParameterOf(const AffiliateNetwork &network, const PresetCatalogue &presets)
{
    return network.subIdParameter.isEmpty() ? presets.findOrGeneric(network.preset).subIdParameter
                                            : network.subIdParameter;
}

QString offerUrlProblem(const QString &url)
{
    const QString text = url.trimmed();
    if (text.isEmpty())
        return Words::tr("Paste the offer's link from the network.");
    const qsizetype begin = text.startsWith("https://"_L1, Qt::CaseInsensitive) ? 8
            : text.startsWith("http://"_L1, Qt::CaseInsensitive)                ? 7
                                                                                : 0;
    if (begin == 0)
        return Words::tr("The link must begin with https:// or http://.");
    const QString host = text.mid(begin).section(u'/', 0, 0).section(u'?', 0, 0).section(u'#', 0, 0);
    if (host.isEmpty() || host.contains(u'{') || !QUrl(text.first(begin) % host, QUrl::StrictMode).isValid())
        return Words::tr("The link has no server name after %1.").arg(text.first(begin));
    for (const QChar c : text) {
        if (c.isSpace())
            return Words::tr("The link has a space in it.");
    }
    if (text.count(u'{') != text.count(u'}'))
        return Words::tr("A token's brace is open: write {clickid}, with both.");
    return {};
}

QString offerUrlPreview(const QString &url, const QString &subIdParameter, const QString &campaign)
{
    UrlTokens tokens;
    tokens.clickId = ClickId::make(1795000000000, 123456789012345);
    for (size_t i = 0; i < tokens.subIds.size(); ++i)
        tokens.subIds[i] = u"value%1"_s.arg(i + 1);
    tokens.externalId = u"gclid123"_s;
    tokens.campaign = campaign;
    return QString::fromUtf8(offerUrlFor(url.trimmed(), subIdParameter, tokens));
}

QString clickIdPlace(const QString &url, const QString &subIdParameter)
{
    if (url.contains("{clickid}"_L1, Qt::CaseInsensitive))
        return Words::tr("The click ID goes where the link has {clickid}.");
    if (!subIdParameter.isEmpty())
        return Words::tr("The click ID is added to the link as %1=.").arg(subIdParameter);
    return Words::tr(
            "The click ID goes nowhere: put {clickid} into the link, or set the network's sub ID parameter.");
}

} // namespace Matchbook
