// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Matchbook {

/// Explains over \a window why nobody listens and offers to begin. Does not wait for the answer; deletes itself.
void explainSilence(QWidget *window, Engine &engine);

/// Listens where the preferences say. If that does not work, explains why.
void startListening(QWidget *window, Engine &engine);

} // namespace Matchbook
