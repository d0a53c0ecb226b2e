// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Matchbook {

/// Runs the command that \a arguments (without the program's name) name, and returns the exit status: 0 done, 2 bad usage, 1
/// anything else, each with one clear sentence on standard error. Needs a QCoreApplication.
int runCommand(const QStringList &arguments);

/// The list of commands.
QString usageText();

} // namespace Matchbook
