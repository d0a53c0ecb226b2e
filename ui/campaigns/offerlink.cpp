// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "offerlink.h"

#include "chaintest/ownlink.h"
#include "networks/offerurl.h"
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

QString noServer(const QString &text)
{
    return Words::tr("The link has no server name after %1.").arg(text.first(text.indexOf("://"_L1) + 3));
}

} // namespace

QString subIdParameterOf(const AffiliateNetwork &network, const PresetCatalogue &presets)
{
    return network.subIdParameter.isEmpty() ? presets.findOrGeneric(network.preset).subIdParameter
                                            : network.subIdParameter;
}

QString offerUrlProblem(const QString &url, const QList<QByteArray> &ownBases)
{
    const QString text = url.trimmed();
    if (text.isEmpty())
        return Words::tr("Paste the offer's link from the network.");
    if (isOwnTrackingLink(text, ownBases))
        return Words::tr(
                "This is a tracking link of your own: visitors would go in a circle. Paste the link that the network gives "
                "you.");
    const QStringView authority = authorityOf(text);
    switch (offerUrlFlaw(text)) {
    case OfferUrlFlaw::NotWeb:
        return Words::tr("The link must begin with https:// or http://.");
    case OfferUrlFlaw::NoHost:
        return noServer(text);
    case OfferUrlFlaw::TokenInHost:
        return Words::tr(
                "A token stands in the server's name. Where visitors are sent must not come from their "
                "request: write the name out.");
    case OfferUrlFlaw::Space:
        return Words::tr("The link has a space in it.");
    case OfferUrlFlaw::ControlCharacter:
        return Words::tr("The link has a control character in it, such as a line break.");
    case OfferUrlFlaw::TooLong:
        return Words::tr("The link is longer than 4000 characters.");
    case OfferUrlFlaw::None:
        break;
    }
    if (!QUrl(u"http://" % authority.toString(), QUrl::StrictMode).isValid())
        return noServer(text);
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

QString unknownTokensNote(const QString &url)
{
    const QStringList unknown = unknownTokens(url);
    if (unknown.isEmpty())
        return {};
    return Words::tr("Matchbook has no value for %1: it is left out of the link.").arg(unknown.join(u", "_s));
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
