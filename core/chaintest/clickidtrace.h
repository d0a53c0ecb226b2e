// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace Matchbook {

/// What became of our click ID at one hop.
struct IdAtHop {
    enum class Form {
        NotYet, ///< before our redirect has put it in
        Intact,
        EncodedTwice, ///< to be read only by decoding once more than a server does, also `%252B`
        UpperCased,
        LowerCased,
        Cut, ///< only \a kept characters are left
        LiteralMacro, ///< in its place stands a macro that nobody has replaced
        Changed, ///< its parameter holds something else, or something was written behind it
        InFragment, ///< behind the #, which browsers keep to themselves: no server gets it
        Missing,
        HandedOver, ///< another site goes on with an identifier of its own, as a network does that has noted ours
    };

    Form form = Form::Missing;
    QString parameter; ///< that carries it, or should: `s2`; empty for the path
    QString movedFrom; ///< the parameter it was in one hop before, if that was another
    int kept = 0; ///< characters that are left of a cut ID
    QString found; ///< what stands there instead

    bool isFine() const { return form == Form::NotYet || form == Form::Intact || form == Form::HandedOver; }
    friend bool operator==(const IdAtHop &, const IdAtHop &) = default;
};

/// not_yet, intact, encoded_twice, upper_cased, lower_cased, cut, literal_macro, changed, in_fragment, missing, handed_over
QLatin1StringView idFormWord(IdAtHop::Form form);

/// What became of a click ID on the way of a link.
struct IdTrace {
    QList<IdAtHop> hops;
    std::optional<qsizetype> lostAt; ///< the first hop at which it is no longer as it was
    std::optional<qsizetype> handedOverAt; ///< from here on the ID is not expected any more
};

/// Follows \a clickId through the addresses of a chain of hops, in their order. It has to be there from \a first on: 1 where
/// the first address is our own tracking link. Pure; addresses are read as text, as macros in them are no URLs.
///
/// `…/go?aff=7&s2=m5gc…` then `…/click?sub=m5gc…`: intact, moved from s2 to sub. `…/click?sub=M5GC…`: upper-cased.
IdTrace traceClickId(const QByteArray &clickId, const QList<QByteArray> &urls, qsizetype first);

/// The first of our click IDs that stands somewhere in \a url; empty if there is none.
QByteArray clickIdIn(const QByteArray &url);

} // namespace Matchbook

Q_DECLARE_METATYPE(Matchbook::IdAtHop)
