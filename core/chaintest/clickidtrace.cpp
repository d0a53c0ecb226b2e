// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickidtrace.h"

#include "clickidtext.h"
#include "networks/formdecoding.h"
#include "urlplaces.h"
#include "vocabulary/clickid.h"
#include "vocabulary/words.h"

#include <algorithm>

namespace Matchbook {

using namespace Qt::StringLiterals;
using Form = IdAtHop::Form;

namespace {

constexpr std::array forms{
        Word{Form::NotYet, "not_yet"_L1},
        Word{Form::Intact, "intact"_L1},
        Word{Form::EncodedTwice, "encoded_twice"_L1},
        Word{Form::UpperCased, "upper_cased"_L1},
        Word{Form::LowerCased, "lower_cased"_L1},
        Word{Form::Cut, "cut"_L1},
        Word{Form::LiteralMacro, "literal_macro"_L1},
        Word{Form::Changed, "changed"_L1},
        Word{Form::InFragment, "in_fragment"_L1},
        Word{Form::Missing, "missing"_L1},
        Word{Form::HandedOver, "handed_over"_L1},
};

constexpr qsizetype longestFound = 120;
/// Shorter beginnings say too little where another parameter holds them: they could be anybody's.
constexpr qsizetype shortestCut = 9;
/// Identifiers that networks give clicks of their own are longer than words and numbers of an offer.
constexpr qsizetype shortestForeignId = 8;

QByteArray decodedTimes(QByteArray value, int times)
{
    for (int i = 0; i < times; ++i)
        value = percentDecoded(value);
    return value;
}

QString shown(const QByteArray &value)
{
    return displayText(value.left(longestFound));
}

class Search
{
public:
    /// \a suffix is what the link itself writes behind the ID.
    Search(QByteArray clickId, const QByteArray &url, QString before, QByteArray suffix)
        : m_id(std::move(clickId)), m_places(placesOf(url)), m_before(std::move(before)),
          m_suffix(std::move(suffix))
    {
        // Where it was before is looked at first.
        std::stable_partition(m_places.begin(), m_places.end(),
                              [this](const UrlPlace &place) { return isBefore(place); });
    }

    IdAtHop answer() const
    {
        for (const auto find :
             {&Search::whole, &Search::otherCase, &Search::cut, &Search::macro, &Search::changed}) {
            if (auto found = (this->*find)())
                return *std::move(found);
        }
        return {Form::Missing, m_before, {}, 0, {}};
    }

private:
    bool isBefore(const UrlPlace &place) const
    {
        return !m_before.isEmpty() && place.parameter.compare(m_before, Qt::CaseInsensitive) == 0;
    }

    bool hasNoNewSuffix(const UrlPlace &place) const
    {
        const QByteArray suffix = suffixIn(place.value, m_id);
        return m_before.isNull() || suffix.isEmpty() || suffix == m_suffix;
    }

    IdAtHop at(const UrlPlace &place, Form form) const
    {
        const bool moved = !m_before.isNull() && place.parameter.compare(m_before, Qt::CaseInsensitive) != 0;
        return {form, place.parameter, moved ? m_before : QString(), 0, {}};
    }

    std::optional<IdAtHop> whole() const
    {
        const UrlPlace *deep = nullptr;
        const UrlPlace *longer = nullptr;
        const UrlPlace *hidden = nullptr;
        for (const UrlPlace &place : m_places) {
            const auto depth = depthOf(place.value, m_id, Qt::CaseSensitive);
            if (!depth)
                continue;
            const bool isReadable = *depth <= 1 && !hasEncodedRest(place.value, m_id);
            const UrlPlace *&found = place.inFragment ? hidden : !isReadable ? deep : longer;
            if (isReadable && !place.inFragment && hasNoNewSuffix(place))
                return at(place, Form::Intact);
            if (!found)
                found = &place;
        }
        if (longer)
            return told(*longer, Form::Changed);
        if (hidden && !deep)
            return told(*hidden, Form::InFragment);
        if (!deep)
            return std::nullopt;
        IdAtHop found = at(*deep, Form::EncodedTwice);
        found.found = shown(deep->value);
        return found;
    }

    std::optional<IdAtHop> otherCase() const
    {
        for (const UrlPlace &place : m_places) {
            const auto depth = depthOf(place.value, m_id, Qt::CaseInsensitive);
            if (!depth)
                continue;
            const QByteArray text = decodedTimes(place.value, *depth);
            const QByteArray written = text.mid(text.toLower().indexOf(m_id.toLower()), m_id.size());
            IdAtHop found = at(place, written == written.toLower() ? Form::LowerCased : Form::UpperCased);
            found.found = shown(written);
            return found;
        }
        return std::nullopt;
    }

    std::optional<IdAtHop> cut() const
    {
        for (const UrlPlace &place : m_places) {
            const QByteArray value = percentDecoded(place.value);
            const qsizetype shortest = isBefore(place) ? 1 : shortestCut;
            if (value.size() < shortest || value.size() >= m_id.size())
                continue;
            if (!m_id.startsWith(value) && !(value.size() >= shortestCut && m_id.endsWith(value)))
                continue;
            IdAtHop found = at(place, Form::Cut);
            found.kept = int(value.size());
            found.found = shown(value);
            return found;
        }
        return std::nullopt;
    }

    std::optional<IdAtHop> macro() const
    {
        const UrlPlace *guessed = nullptr;
        for (const UrlPlace &place : m_places) {
            if (place.parameter.isEmpty() || !looksLikeLiteralToken(place.value))
                continue;
            if (isBefore(place))
                return told(place, Form::LiteralMacro);
            const QByteArray name = place.value.toLower();
            for (const char *part : {"click", "aff", "sub", "s1", "s2", "tid", "cid"}) {
                if (!guessed && name.contains(part))
                    guessed = &place;
            }
        }
        return guessed ? std::optional(told(*guessed, Form::LiteralMacro)) : std::nullopt;
    }

    std::optional<IdAtHop> changed() const
    {
        for (const UrlPlace &place : m_places) {
            if (isBefore(place) && !place.value.isEmpty())
                return told(place, Form::Changed);
        }
        return std::nullopt;
    }

    IdAtHop told(const UrlPlace &place, Form form) const
    {
        IdAtHop found = at(place, form);
        found.found = shown(percentDecoded(place.value));
        return found;
    }

    QByteArray m_id;
    QList<UrlPlace> m_places;
    QString m_before;
    QByteArray m_suffix;
};

bool looksLikeIdentifier(const QByteArray &value)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isPart = [&](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'
                || c == '.';
    };
    return value.size() >= shortestForeignId && std::all_of(value.cbegin(), value.cend(), isPart)
            && std::count_if(value.cbegin(), value.cend(), isDigit) >= 2;
}

/// The identifier that another site has begun to use where ours is gone; nothing if it uses none, and the ID is lost.
std::optional<IdAtHop> handedOver(const QByteArray &url, const QByteArray &urlBefore)
{
    if (isSameSite(hostOf(url), hostOf(urlBefore)))
        return std::nullopt;
    for (const UrlPlace &place : placesOf(url)) {
        const QByteArray value = percentDecoded(place.value);
        if (!place.parameter.isEmpty() && looksLikeIdentifier(value)
            && !percentDecoded(urlBefore).contains(value))
            return IdAtHop{Form::HandedOver, place.parameter, {}, 0, shown(value)};
    }
    return std::nullopt;
}

} // namespace

QLatin1StringView idFormWord(Form form)
{
    return wordOf(forms, form);
}

IdTrace traceClickId(const QByteArray &clickId, const QList<QByteArray> &urls, qsizetype first)
{
    IdTrace trace;
    QString before; // null: it was nowhere yet
    const QByteArray suffix = ownSuffix(clickId, urls.value(first));
    for (qsizetype i = 0; i < urls.size(); ++i) {
        if (i < first) {
            trace.hops.append({Form::NotYet, {}, {}, 0, {}});
            continue;
        }
        IdAtHop at = Search(clickId, urls.at(i), before, suffix).answer();
        const bool gone = at.form == Form::Missing || at.form == Form::Changed;
        if (trace.handedOverAt && gone) {
            at = {Form::HandedOver, {}, {}, 0, {}};
        } else if (at.form == Form::Missing && i > first && !trace.lostAt) {
            if (auto other = handedOver(urls.at(i), urls.at(i - 1))) {
                at = *std::move(other);
                trace.handedOverAt = i;
            }
        }
        if (!at.isFine() && !trace.lostAt)
            trace.lostAt = i;
        if (at.form != Form::Missing && at.form != Form::HandedOver)
            before = at.parameter.isNull() ? QStringLiteral("") : at.parameter;
        trace.hops.append(std::move(at));
    }
    return trace;
}

QByteArray clickIdIn(const QByteArray &url)
{
    for (qsizetype i = 0; i + ClickId::length <= url.size(); ++i) {
        if (url[i] == 'm' && ClickId::parse(QByteArrayView(url).sliced(i, ClickId::length)))
            return url.mid(i, ClickId::length);
    }
    return {};
}

} // namespace Matchbook
