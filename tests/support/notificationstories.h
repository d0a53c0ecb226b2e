// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/postback.h"

#include <QList>
#include <QMetaType>

#include <functional>

namespace Matchbook {

/// One request of a network, and how things stand when it has been answered.
struct Step {
    const char *what;
    ReceivedRequest request;
    PostbackOutcome outcome;
    const char *confirmed; ///< of all conversions, in units
    const char *refunded;
    int conversions;
};

/// What happens to one buyer's orders at one network, told for the click that led there.
struct Story {
    const char *preset;
    QByteArray secret;
    std::function<QList<Step>(const QByteArray &click)> steps;
    std::function<ReceivedRequest(const QByteArray &click)> tampered; ///< none where nothing is signed
    std::function<ReceivedRequest()> setupTest; ///< none where the network has no such thing
    bool needsSecret = true; ///< false: believed while none is entered
};

/// One for each native protocol; each way to send it has its own.
QList<Story> stories();
/// The first of \a preset.
Story storyOf(QByteArrayView preset);

} // namespace Matchbook

Q_DECLARE_METATYPE(Matchbook::Story)
