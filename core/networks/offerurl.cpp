// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "offerurl.h"

#include "urltemplate.h"

namespace Matchbook {

namespace {

constexpr qsizetype longestUrl = 4000;

bool holdsBrace(QStringView text)
{
    for (const QLatin1StringView brace : {QLatin1StringView("{"), QLatin1StringView("}"),
                                          QLatin1StringView("%7b"), QLatin1StringView("%7d")}) {
        if (text.contains(brace, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// A sentence for whoever typed the URL; empty for no flaw.
QString sentenceOf(OfferUrlFlaw flaw)
{
    switch (flaw) {
    case OfferUrlFlaw::None:
        break;
    case OfferUrlFlaw::NotWeb:
        return QStringLiteral("the offer URL must begin with https:// or http://");
    case OfferUrlFlaw::NoHost:
        return QStringLiteral("the offer URL has no server name");
    case OfferUrlFlaw::TokenInHost:
        return QStringLiteral(
                "the offer URL has a token in its server name; where visitors are sent must not come "
                "from their request");
    case OfferUrlFlaw::Space:
        return QStringLiteral("the offer URL has a space in it; write %20 instead");
    case OfferUrlFlaw::ControlCharacter:
        return QStringLiteral("the offer URL has a control character in it, such as a line break");
    case OfferUrlFlaw::TooLong:
        return QStringLiteral("the offer URL is longer than %1 characters").arg(longestUrl);
    }
    return {};
}

} // namespace

OfferUrlFlaw offerUrlFlaw(const QString &url)
{
    const bool web = url.startsWith(QStringLiteral("https://"), Qt::CaseInsensitive)
            || url.startsWith(QStringLiteral("http://"), Qt::CaseInsensitive);
    if (!web)
        return OfferUrlFlaw::NotWeb;
    if (url.size() > longestUrl)
        return OfferUrlFlaw::TooLong;
    for (const QChar c : url) {
        if (c.category() == QChar::Other_Control)
            return OfferUrlFlaw::ControlCharacter;
        if (c.isSpace())
            return OfferUrlFlaw::Space;
    }
    const QStringView authority = authorityOf(url);
    if (authority.isEmpty())
        return OfferUrlFlaw::NoHost;
    return holdsBrace(authority) ? OfferUrlFlaw::TokenInHost : OfferUrlFlaw::None;
}

Expected<void> checkOfferUrl(const QString &url)
{
    const OfferUrlFlaw flaw = offerUrlFlaw(url);
    if (flaw == OfferUrlFlaw::None)
        return {};
    return unexpected(Failure::Kind::BadUsage, sentenceOf(flaw));
}

} // namespace Matchbook
