// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chaintest/chainstep.h"

#include <optional>

namespace Matchbook {

/// Where a failed step is mended that no Repair can mend by itself.
enum class TestRemedy { ChangeOfferLink, ShowPostbackUrl, WaitForNetwork, TryAgain };

/// What to offer for \a step; nothing if it has not failed or has a repair of its own.
std::optional<TestRemedy> remedyOf(const ChainStep &step);

/// What its button says, translated. \a cause is that of the step.
QString remedyText(TestRemedy remedy, const QString &cause);

} // namespace Matchbook
