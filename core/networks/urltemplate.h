// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/click.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Matchbook {

/// The values of one click for the tokens of an offer URL.
struct UrlTokens {
    ClickId clickId;
    SubIds subIds; ///< as displayText() shows them; the URL gets their bytes
    QString externalId; ///< likewise
    QString campaign;
};

/// The offer URL with `{clickid}`, `{sub1}` … `{sub10}`, `{externalid}`, `{campaign}` replaced, each value percent-encoded
/// once. Where the URL has no `{clickid}`, \a subIdParameter (if any) is appended, before a fragment and with `?` or `&` as
/// needed, unless the parameter is there already: then its value is replaced. Every other token in braces is removed
/// together with nothing else. A second `?` becomes `&`. The template is text and never passes through QUrl; bytes
/// that may not stand in a Location header are percent-encoded.
QByteArray offerUrlFor(const QString &urlTemplate, const QString &subIdParameter, const UrlTokens &tokens);

/// What stands between `://` and the path of \a urlTemplate, tokens and port included; empty without `://`.
QStringView authorityOf(QStringView urlTemplate);

/// The tokens of \a urlTemplate that offerUrlFor() has no value for, as `{name}`, each once, in order.
QStringList unknownTokens(const QString &urlTemplate);

} // namespace Matchbook
