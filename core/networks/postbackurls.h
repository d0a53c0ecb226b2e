// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networkpreset.h"

namespace Matchbook {

/// A postback URL as it is pasted into a network's dashboard. Text: it holds macros and never passes through QUrl.
struct ReadyPostbackUrl {
    QString url;
    QString purpose; ///< which field or event it is for; empty where there is only one
    std::optional<ConversionStatus> status; ///< the only status it stands for
    QStringList missing; ///< constants that were not given and still stand there as `<name>`; empty: ready
};

/// The URLs to paste for \a preset: \a receiverUrl (`https://trk.example.net/postback/KEY`) with each template's query
/// behind it and \a constants put in by name, each percent-encoded once. Where the macros are not known: the receiver
/// URL alone, once. Empty for kinds that call no URL of ours.
QList<ReadyPostbackUrl> postbackUrls(const QString &receiverUrl, const NetworkPreset &preset,
                                     const QHash<QString, QString> &constants = {});

/// One URL for each status, for a network that has no macro for it and a field of its own for what becomes of a conversion: the
/// first of postbackUrls() with `status=pending` and so on. Empty where a macro or the URLs of the preset tell the status, and
/// where the macros are not known.
QList<ReadyPostbackUrl> statusUrls(const QString &receiverUrl, const NetworkPreset &preset,
                                   const QHash<QString, QString> &constants = {});

/// The first of postbackUrls(), for where one line is shown; the receiver URL itself if there is none.
QString firstPostbackUrl(const QString &receiverUrl, const NetworkPreset &preset);

/// The address of the picture that a page shows to tell a sale, for networks that can only do that; empty for kinds that
/// call no URL of ours. \a baseUrl as in `https://trk.example.net`.
QString pixelUrl(const QString &baseUrl, const QString &networkKey, const NetworkPreset &preset);

/// \a text with each `<name>` that \a constants knows replaced, percent-encoded; the names of the others in \a missing.
QString withConstants(const QString &text, const QHash<QString, QString> &constants,
                      QStringList *missing = nullptr);

/// The names that stand in \a text as `<name>`, each once, in their order.
QStringList constantsIn(const QString &text);

} // namespace Matchbook
