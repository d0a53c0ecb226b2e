// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rows.h"
#include "text/formats.h"
#include "tone.h"

#include <QList>
#include <QString>

namespace Matchbook {

/// One stop on a journey's timeline.
struct JourneyStep {
    QString title;
    QString details;
    qint64 time = 0; ///< Unix ms; 0: not known
    Tone tone = Tone::Blue; ///< of the dot
    QString copyText; ///< the details' full value where they are worth copying; else empty
    PostbackId postback; ///< that the stop is about, if it is about one

    friend bool operator==(const JourneyStep &, const JourneyStep &) = default;
};

/// A journey told in order: click, redirect, each postback with its judgement and what it changed. Translated.
QList<JourneyStep> journeySteps(const Journey &journey, const Formats &formats);

/// The postback whose raw request stands for the journey: \a selected if it is there, else the one that made the
/// conversion, else the newest. nullptr without any.
const PostbackRow *mainPostback(const Journey &journey, PostbackId selected);

/// A request as it arrived, for people: `GET /postback/abcd…?payout=1`, then the body if there was one. Bytes that are
/// no text are escaped.
QString rawRequestText(const PostbackRow &postback);

} // namespace Matchbook
