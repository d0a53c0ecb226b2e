// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/failure.h"

#include <QString>

namespace Matchbook {

/// What happened, in a few translated words: `The port is taken`.
QString failureTitle(const Failure &failure);
/// What happened and what to do, as translated sentences. The English detail is not part of it: it goes to the log.
QString failureText(const Failure &failure);

} // namespace Matchbook
