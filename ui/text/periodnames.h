// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Matchbook {

/// What people call the period \a word of periodWords(): `Last quarter`.
QString periodName(const QString &word);

} // namespace Matchbook
