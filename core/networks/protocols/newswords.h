// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/postbackfields.h"
#include "networks/postbackreader.h"

#include <QByteArrayView>

#include <optional>

namespace Matchbook {

/// What a protocol's words are about, apart from money. Small letters.
struct NewsWords {
    QList<QByteArray> setupTests; ///< of those whose status is `test`
    QList<QByteArray> information; ///< of those whose status is `ignored`; the others are news of a sale
    bool allKnown = false; ///< every word about money is documented, so an unknown one is about none
};

/// Sets in \a reading what its message is about, by the status that the preset, or the person's own mapping, gives to its word.
/// A word to which neither gives one remains a question where money could hide behind it.
void readNews(const PostbackFields &fields, const NetworkPreset &preset, const NewsWords &words,
              PostbackReading &reading);

/// Makes \a reading that of a purchase with the network's test money: it counts nowhere, whatever happened in it.
void markTest(PostbackReading &reading);

/// The event of every payment for a subscription but the first.
QString rebillEvent();

/// True if the field called \a name says \a value, compared without case.
bool says(const PostbackFields &fields, const char *name, QByteArrayView value);

/// The value of the field called \a name, for people; empty if there is none, or a macro that was never replaced.
QString textOf(const PostbackFields &fields, const char *name);

} // namespace Matchbook
