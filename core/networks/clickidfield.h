// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networkpreset.h"
#include "postbackfields.h"

namespace Matchbook {

/// The field that carries the click ID; null if there is none. A value with a right check character is ours whatever its place in
/// the preset's list, then comes what was ours once: many networks send an ID of their own beside ours.
const PostbackFields::Field *clickIdField(const PostbackFields &fields, const NetworkPreset &preset);
/// The parameter with one of our click IDs, wherever it is; null if none has one.
const PostbackFields::Field *anyClickId(const PostbackFields &fields);

} // namespace Matchbook
