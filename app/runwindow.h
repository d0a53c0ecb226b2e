// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Matchbook {

/// Opens the window on the data folder that \a arguments name and runs until it is closed. Returns the exit status. A second
/// window of the same folder only brings up the first.
int runWindow(int argc, char *argv[], const QStringList &arguments);

} // namespace Matchbook
