// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/presetcatalogue.h"
#include "vocabulary/affiliatenetwork.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Matchbook {

/// The parameter of an offer link that carries the click ID for \a network: its own, else its preset's.
QString subIdParameterOf(const AffiliateNetwork &network, const PresetCatalogue &presets);

/// Why \a url cannot be an offer's link, translated; empty if it can. \a ownBases are what tracking links of this installation
/// begin with: one of those would lead visitors in a circle.
QString offerUrlProblem(const QString &url, const QList<QByteArray> &ownBases = {});

/// The link that a visitor would get, with made-up values for the tokens.
QString offerUrlPreview(const QString &url, const QString &subIdParameter, const QString &campaign);

/// Warns of tokens in \a url that nothing is known to stand for, translated; empty if there are none.
QString unknownTokensNote(const QString &url);

/// Where the click ID goes in \a url, in one sentence.
QString clickIdPlace(const QString &url, const QString &subIdParameter);

} // namespace Matchbook
