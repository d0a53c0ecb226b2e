// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "offerlinkrecognition.h"

#include "formdecoding.h"
#include "presetmembernames.h"

#include <QCoreApplication>

#include <algorithm>

namespace Matchbook {

namespace {

/// The parts of a link, taken from the text as it is: macros in it are not legal URL text.
struct LinkParts {
    QString host; ///< lower case, without port
    QString path; ///< lower case
    QStringList parameters; ///< names, lower case
};

LinkParts partsOf(const QString &link)
{
    LinkParts parts;
    QString rest = link.trimmed();
    const qsizetype scheme = rest.indexOf(QStringLiteral("://"));
    if (scheme >= 0)
        rest = rest.mid(scheme + 3);
    const qsizetype question = rest.indexOf(u'?');
    const QString query = question < 0 ? QString() : rest.mid(question + 1);
    rest = rest.left(question < 0 ? rest.size() : question).toLower();
    const qsizetype slash = rest.indexOf(u'/');
    parts.path = slash < 0 ? QString() : rest.mid(slash);
    parts.host = rest.left(slash < 0 ? rest.size() : slash).section(u'@', -1).section(u':', 0, 0);
    const QList<FormField> fields = decodeForm(query.toUtf8());
    for (const FormField &field : fields)
        parts.parameters.append(QString::fromUtf8(field.name).toLower());
    return parts;
}

bool isAtOrBelow(const QString &host, const QString &parent)
{
    return host == parent.toLower() || host.endsWith(u'.' + parent.toLower());
}

/// How much speaks for \a sign: 0 if something that it names is not there.
int strength(const LinkSign &sign, const LinkParts &link)
{
    const bool hostFits = sign.hosts.isEmpty()
            || std::any_of(sign.hosts.begin(), sign.hosts.end(),
                           [&](const QString &host) { return isAtOrBelow(link.host, host); });
    const bool pathFits = sign.path.isEmpty() || link.path.contains(sign.path.toLower());
    const bool parametersFit
            = std::all_of(sign.parameters.begin(), sign.parameters.end(),
                          [&](const QString &name) { return link.parameters.contains(name.toLower()); });
    if (!hostFits || !pathFits || !parametersFit)
        return 0;
    constexpr int ofHost = 100;
    constexpr int ofPath = 10;
    return (sign.hosts.isEmpty() ? 0 : ofHost) + (sign.path.isEmpty() ? 0 : ofPath)
            + int(sign.parameters.size());
}

QString reason(const LinkSign &sign, const LinkParts &link, const QString &name)
{
    if (!sign.hosts.isEmpty())
        return QCoreApplication::translate("OfferLink", "Links to %1 are %2's.").arg(link.host, name);
    if (sign.parameters.isEmpty())
        return QCoreApplication::translate("OfferLink", "Links with %1 in their path are usual on %2.")
                .arg(sign.path, name);
    if (sign.path.isEmpty())
        return QCoreApplication::translate("OfferLink", "Links with the parameters %1 are usual on %2.")
                .arg(sign.parameters.join(QStringLiteral(", ")), name);
    return QCoreApplication::translate("OfferLink",
                                       "Links with %1 in their path and the parameters %2 are usual on %3.")
            .arg(sign.path, sign.parameters.join(QStringLiteral(", ")), name);
}

struct Candidate {
    RecognisedPreset preset;
    int strength = 0;
};

std::optional<Candidate> bySign(const NetworkPreset &preset, const LinkParts &link)
{
    std::optional<Candidate> best;
    for (const LinkSign &sign : preset.offerLink.signs) {
        const int here = strength(sign, link);
        if (here > (best ? best->strength : 0))
            best = Candidate{{preset.id, sign.confidence, reason(sign, link, preset.name)}, here};
    }
    return best;
}

/// True for a network whose links look like those of every network on its platform.
bool hasItsPlatformsSigns(const NetworkPreset &preset, const QList<NetworkPreset> &presets)
{
    return !preset.extends.isEmpty()
            && std::any_of(presets.begin(), presets.end(), [&](const NetworkPreset &one) {
                   return one.id == preset.extends && one.offerLink.signs == preset.offerLink.signs;
               });
}

/// How many presets, children of a platform not counted, use \a parameter for the click ID.
qsizetype users(const QString &parameter, const QList<NetworkPreset> &presets)
{
    return std::count_if(presets.begin(), presets.end(), [&](const NetworkPreset &one) {
        return one.extends.isEmpty() && one.subIdParameter.compare(parameter, Qt::CaseInsensitive) == 0;
    });
}

std::optional<Candidate> byParameter(const NetworkPreset &preset, const LinkParts &link,
                                     const QList<NetworkPreset> &presets)
{
    const QString parameter = preset.subIdParameter.toLower();
    // Campaign tags are in links of every kind.
    const bool saysSomething = !parameter.isEmpty() && !parameter.startsWith(QStringLiteral("utm_"));
    const bool isThere = preset.extends.isEmpty() && link.parameters.contains(parameter);
    if (!saysSomething || !isThere)
        return std::nullopt;
    const auto candidate = [&](const QString &why, int strength) {
        return Candidate{{preset.id, QStringLiteral("unsure"), why.arg(preset.subIdParameter, preset.name)},
                         strength};
    };
    if (users(parameter, presets) == 1)
        return candidate(
                QCoreApplication::translate("OfferLink",
                                            "The link has the parameter %1, which only %2 is known to use."),
                2);
    // Single networks that share a parameter are many; a platform stands for many.
    if (!preset.isPlatform)
        return std::nullopt;
    return candidate(QCoreApplication::translate(
                             "OfferLink",
                             "The link has the parameter %1, which networks on %2 use, and others too."),
                     1);
}

} // namespace

QList<RecognisedPreset> recogniseOfferLink(const QString &link, const QList<NetworkPreset> &presets)
{
    const LinkParts parts = partsOf(link);
    QList<Candidate> candidates;
    for (const NetworkPreset &preset : presets) {
        if (hasItsPlatformsSigns(preset, presets))
            continue;
        auto candidate = bySign(preset, parts);
        if (!candidate)
            candidate = byParameter(preset, parts, presets);
        if (candidate)
            candidates.append(*candidate);
    }
    const QStringList degrees = confidenceWords();
    std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate &a, const Candidate &b) {
        const auto rank = [&](const Candidate &one) { return degrees.indexOf(one.preset.confidence); };
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.strength > b.strength;
    });
    QList<RecognisedPreset> recognised;
    for (const Candidate &candidate : std::as_const(candidates))
        recognised.append(candidate.preset);
    return recognised;
}

} // namespace Matchbook
