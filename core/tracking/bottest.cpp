// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bottest.h"

#include <algorithm>

namespace Matchbook {

namespace {

/// Parts of the user agents of crawlers and link previews, in lower case. `bot` alone would catch telephones named Cubot.
constexpr const char *botMarks[] = {"bot/",
                                    "bot;",
                                    "bot)",
                                    "-bot",
                                    "googlebot",
                                    "crawler",
                                    "spider",
                                    "slurp",
                                    "preview",
                                    "facebookexternalhit",
                                    "facebot",
                                    "whatsapp/",
                                    "skypeuripreview",
                                    "embedly",
                                    "mediapartners-google",
                                    "adsbot",
                                    "bingbot",
                                    "headlesschrome",
                                    "lighthouse",
                                    "pingdom",
                                    "uptimerobot",
                                    "statuscake",
                                    "monitis",
                                    "slackbot"};

bool isPrefetch(const ReceivedRequest &request)
{
    for (const auto &[name, value] : request.headers) {
        if ((name == "purpose" || name == "sec-purpose" || name == "x-moz" || name == "x-purpose")
            && (value.toLower().contains("prefetch") || value.toLower().contains("preview")))
            return true;
    }
    return false;
}

} // namespace

ClickKind clickKindOf(const ReceivedRequest &request)
{
    if (request.method == "HEAD" || isPrefetch(request))
        return ClickKind::Probe;
    const QByteArray agent = request.header("user-agent").toLower();
    const bool isBot = !agent.isEmpty()
            && std::any_of(std::begin(botMarks), std::end(botMarks),
                           [&](const char *mark) { return agent.contains(mark); });
    return isBot ? ClickKind::Bot : ClickKind::Visitor;
}

} // namespace Matchbook
