// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Matchbook {

/// Loads the compiled-in texts into the application that exists: also the English ones, which know singular and plural.
void installWording();

} // namespace Matchbook
