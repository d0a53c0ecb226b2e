// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bottest.h"

#include <algorithm>
#include <string_view>

namespace Matchbook {

namespace {

/// Parts of the user agents of crawlers and link previews, in lower case. `bot` alone would catch telephones named Cubot.
constexpr std::string_view botMarks[] = {"bot/",
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
    // Its search beats QByteArray's by far for two dozen short marks in a short text.
    const std::string_view text(agent.constData(), size_t(agent.size()));
    const bool isBot = std::any_of(std::begin(botMarks), std::end(botMarks), [&](std::string_view mark) {
        return text.find(mark) != std::string_view::npos;
    });
    return isBot ? ClickKind::Bot : ClickKind::Visitor;
}

} // namespace Matchbook
