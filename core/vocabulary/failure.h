// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Matchbook {

/// An ordinary failure: what kind it is, and an English detail for the log and the command line.
/// Text for the window comes from `ui/failuretext`.
struct Failure {
    enum class Kind {
        BadUsage, ///< the person asked for something that makes no sense
        BadInput, ///< a value could not be understood
        NotFound,
        AlreadyExists,
        PortInUse,
        AddressUnavailable,
        AlreadyListening, ///< another process listens for this data folder
        StoreReadOnly,
        StoreFull,
        StoreLocked,
        StoreDamaged,
        StoreNewer, ///< written by a newer Matchbook
        StoreTrouble, ///< any other answer of the database
        FileTrouble, ///< a file could not be read or written
        Cancelled,
        StoreGone, ///< its file was deleted, moved or replaced while it was open
        StoreLogAlone, ///< the data file is missing, and its log with what was written last is still there
    };

    Kind kind = Kind::StoreTrouble;
    QString detail;

    friend bool operator==(const Failure &, const Failure &) = default;
};

} // namespace Matchbook
