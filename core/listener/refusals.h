// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Matchbook {

/// The whole response with which the guard itself refuses a request and closes the connection. \a status is
/// one of RequestFraming's, 408 or 503; anything else is 400.
QByteArray refusalResponse(int status);

} // namespace Matchbook
