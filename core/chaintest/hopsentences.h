// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clickidtrace.h"
#include "hop.h"

namespace Matchbook {

/// Sentences for people about a link's way, translated. Hops are counted from 1.

/// What became of the click ID at the hop called \a index: `Hop 3 (shop.example): …`.
QString idSentence(const QList<Hop> &hops, const IdTrace &trace, qsizetype index);
/// A few words for a list of hops: `cut to 12 characters`.
QString idWords(const IdAtHop &id);
/// Why our own link, the first of \a hops, led nobody on.
QString noRedirectSentence(const QList<Hop> &hops);
/// Why the way ended at the hop called \a index.
QString troubleSentence(const QList<Hop> &hops, qsizetype index);

} // namespace Matchbook
