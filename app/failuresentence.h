// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/failure.h"

#include <QString>

namespace Matchbook {

/// One sentence for standard error: what happened, the detail that helps, what to do.
QString failureSentence(const Failure &failure);

} // namespace Matchbook
