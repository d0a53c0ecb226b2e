// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/receivedrequest.h"

namespace Matchbook {

/// What may be stored of \a arrived where no protocol knows it, so that nobody can say which of its fields are personal: its
/// names, its numbers, and the shape of everything else with each letter as `x`. What is neither JSON nor a form, UTF-16 for
/// example, is only a shape of at most 512 bytes. Our own click IDs and a message that is encrypted stay.
/// `{"vorname":"Anna","total":9.5}` becomes `{"total":9.5,"vorname":"xxxx"}`.
ReceivedRequest withoutContents(const ReceivedRequest &arrived);

} // namespace Matchbook
