// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rows.h"
#include "vocabulary/expected.h"

#include <QObject>

#include <functional>

namespace Matchbook {

class Engine;

/// What a journey is told about: a click, a conversion or a postback.
struct JourneySubject {
    enum class Kind { None, Click, Conversion, Postback };

    Kind kind = Kind::None;
    qint64 id = 0; ///< the row's
    QString clickId; ///< of a click whose row is not known

    friend bool operator==(const JourneySubject &, const JourneySubject &) = default;
};

/// Asks for a journey; the answer comes later unless the asker has died.
using AskJourney = std::function<void(QObject *asker, const JourneySubject &subject,
                                      std::function<void(Expected<Journey>)> answer)>;

/// Journeys of \a engine's store, which must outlive the function.
AskJourney storedJourneys(Engine &engine);

} // namespace Matchbook
