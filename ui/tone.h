// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Matchbook {

/// What a colour means. The same meaning has the same tone on every page, and a word always stands beside it.
enum class Tone {
    Grey, ///< neutral, muted
    Green, ///< approved, matched, all well
    Amber, ///< pending, waits for a decision
    Red, ///< rejected, refunded, unmatched, broken
    Violet, ///< repeated, duplicate
    Blue, ///< changed
};

} // namespace Matchbook
