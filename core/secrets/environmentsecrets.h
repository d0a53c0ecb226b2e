// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secretfile.h"

namespace Matchbook {

/// The secrets in `MATCHBOOK_SECRET_<number of the network>`. Takes every variable that begins so out of this process's
/// environment, and blanks it where `ps e` would show it, so that neither a child nor a list of processes has it; also
/// those that cannot be used. To be called before there is a second thread. Fails with BadUsage, naming the variable.
Expected<SecretsByNetwork> takeSecretsFromEnvironment();

} // namespace Matchbook
