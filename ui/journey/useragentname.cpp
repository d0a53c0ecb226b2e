// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useragentname.h"

#include <QList>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

struct Mark {
    QLatin1StringView token;
    QLatin1StringView name;
};

// The first that fits wins, so the more particular come first: Edge also says Chrome, and Chrome also says Safari.
constexpr Mark devices[] = {
        {"iPhone"_L1, "iPhone"_L1},   {"iPad"_L1, "iPad"_L1},     {"Android"_L1, "Android"_L1},
        {"Windows"_L1, "Windows"_L1}, {"CrOS"_L1, "ChromeOS"_L1}, {"Macintosh"_L1, "Mac"_L1},
        {"Linux"_L1, "Linux"_L1},
};
constexpr Mark browsers[] = {
        {"FBAV/"_L1, "Facebook"_L1},     {"Instagram "_L1, "Instagram"_L1},
        {"musical_ly_"_L1, "TikTok"_L1}, {"EdgA/"_L1, "Edge"_L1},
        {"EdgiOS/"_L1, "Edge"_L1},       {"Edg/"_L1, "Edge"_L1},
        {"OPR/"_L1, "Opera"_L1},         {"SamsungBrowser/"_L1, "Samsung Internet"_L1},
        {"FxiOS/"_L1, "Firefox"_L1},     {"Firefox/"_L1, "Firefox"_L1},
        {"CriOS/"_L1, "Chrome"_L1},      {"Chrome/"_L1, "Chrome"_L1},
        {"Version/"_L1, "Safari"_L1},
};

QString majorVersion(const QString &userAgent, qsizetype from)
{
    qsizetype end = from;
    while (end < userAgent.size() && userAgent.at(end).isDigit())
        ++end;
    return userAgent.mid(from, end - from);
}

} // namespace

QString userAgentName(const QString &userAgent)
{
    QString device;
    for (const Mark &mark : devices) {
        if (userAgent.contains(mark.token)) {
            device = mark.name;
            break;
        }
    }
    for (const Mark &mark : browsers) {
        const qsizetype at = userAgent.indexOf(mark.token);
        if (at < 0)
            continue;
        const QString version = majorVersion(userAgent, at + mark.token.size());
        const QString browser = mark.name % (version.isEmpty() ? QString() : QString(u' ' % version));
        return device.isEmpty() ? browser : QString(device % ", "_L1 % browser);
    }
    static const QRegularExpression product(u"^([^/\\s]+)(?:/(\\d+(?:\\.\\d+)?))?"_s);
    const auto match = product.match(userAgent);
    const QString name = match.captured(1);
    if (!device.isEmpty() && name == "Mozilla"_L1)
        return device;
    return match.captured(2).isEmpty() ? name : QString(name % u' ' % match.captured(2));
}

} // namespace Matchbook
