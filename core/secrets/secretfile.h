// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"
#include "vocabulary/identifiers.h"

#include <QByteArray>
#include <QHash>

namespace Matchbook {

using SecretsByNetwork = QHash<NetworkId, QByteArray>;

/// What is in \a name, at most 1 MiB, if nobody but the person who runs this can read it: a regular file of theirs (no link),
/// with mode 0600 or less. Fails with NotFound if it is not there, else with BadUsage and a sentence with the remedy.
Expected<QByteArray> readPrivateFile(const QString &name);
/// Puts \a bytes in its place in one step, durably. It has mode 0600 from its first moment. Fails with FileTrouble; then what
/// was there is as it was.
Expected<void> writePrivateFile(const QString &name, const QByteArray &bytes);

/// `{"3": "THE SECRET"}`, with networks by their numbers. The failures of readPrivateFile(), and BadUsage for anything else in it,
/// naming the file and never what it holds.
Expected<SecretsByNetwork> readSecretFile(const QString &name);
/// Without any secret the file goes.
Expected<void> writeSecretFile(const QString &name, const SecretsByNetwork &secrets);

} // namespace Matchbook
