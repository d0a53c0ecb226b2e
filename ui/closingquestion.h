// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mainwindow.h"
#include "preferences/preferences.h"

#include <optional>

namespace Matchbook {

/// What closing does without asking; nothing if the person has to be asked first. Only a listener in this process is worth
/// a question, and it is asked once.
std::optional<Closing> closingWithoutQuestion(const Preferences &preferences, bool listeningHere,
                                              bool trayAvailable);

/// Asks, in a dialog over \a window, whether to go on listening; without a tray it says so and offers to quit. Notes the
/// answer in \a preferences; Stay changes nothing.
Closing askAboutClosing(QWidget *window, Preferences &preferences, bool trayAvailable);

} // namespace Matchbook
