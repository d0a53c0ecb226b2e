// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matching/networkcourse.h"
#include "vocabulary/expected.h"
#include "vocabulary/identifiers.h"

#include <QHash>

namespace Matchbook {

class Database;

/// How it went lately with every network that anything is stored of, by the network's ID, as of \a now (Unix ms). What is of
/// today (`matchedToday`, `today`) and `lastPostback` are left to the caller.
Expected<QHash<qint64, NetworkCourse>> networkCourses(Database &database, qint64 now);

} // namespace Matchbook
