// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Matchbook {

/// What a decision stored beside its cause, made readable for people. Everything is translated and in the person's locale.

constexpr qsizetype longestQuote = 120; ///< characters, in a sentence
constexpr qsizetype longestShortQuote = 24; ///< in a few words

/// \a detail in quotation marks, cut to \a longest characters; nothing for an empty one.
QString quotedDetail(const QString &detail, qsizetype longest);
/// A time that is stored as Unix ms; the text itself if it is none.
QString timeDetail(const QString &detail);
/// `approved` and so on; the word itself if it is no status.
QString statusDetail(QStringView word);

/// The two sides of what changed, readable.
struct ReadableStep {
    QString before;
    QString after;
};

/// `pending>approved`; what follows the first blank is another step.
ReadableStep statusStepOf(QStringView detail);
/// `12.50>14.00 USD`
ReadableStep payoutStepOf(QStringView detail);
/// The payout step that follows a status step; empty if there is none.
QStringView payoutPartOf(QStringView detail);

} // namespace Matchbook
