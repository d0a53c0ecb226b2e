// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline.h"
#include "store/catalogue.h"
#include "store/database.h"

namespace Matchbook {

/// The store of the data folder for a command that only reads. NotFound with a sentence if there is none yet; none is
/// made.
Expected<std::unique_ptr<Database>> openForReading(const CommandLine &line);
/// The store for a command that writes, created and migrated if need be.
Expected<std::unique_ptr<Database>> openForWriting(const CommandLine &line);

/// The network whose number is the third word, as in `network map 3`. BadUsage if there is none.
Expected<AffiliateNetwork> networkNamedBy(const CommandLine &line, Catalogue &catalogue);

/// What begins tracking links and postback URLs: the public URL, else where a process listens for this folder, else where one
/// would.
QString baseUrlOf(const CommandLine &line);
/// Whatever begins tracking links of this data folder, for isOwnTrackingLink().
QList<QByteArray> ownBasesOf(const CommandLine &line);

} // namespace Matchbook
