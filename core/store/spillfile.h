// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/click.h"
#include "vocabulary/expected.h"

#include <QFile>
#include <QList>

#include <optional>

namespace Matchbook {

/// Where clicks go while the store cannot take them, to be read back later. Its room is taken in advance, so that it
/// still works when the disk is full. Used by one thread of one process.
class SpillFile
{
public:
    explicit SpillFile(const QString &file) : m_file(file) { }

    /// Creates the file with its room, mode 0600, or finds the clicks of an earlier run. A file whose end was torn off by a crash
    /// is read up to there. Fails with StoreFull if there is no room for the reserve, with FileTrouble otherwise; may be
    /// called again later.
    Expected<void> open();
    /// Why the last open() has failed.
    const std::optional<Failure> &trouble() const { return m_trouble; }
    /// Durable when it returns without failure. Fails as open() does.
    Expected<void> append(const QList<NewClick> &clicks);
    /// Every click in it, oldest first.
    Expected<QList<NewClick>> readAll();
    /// Forgets them; durable when it returns without failure.
    Expected<void> clear();
    qint64 count() const { return m_count; }

private:
    Expected<void> takeRoom();
    Expected<void> writeAt(qint64 position, const QByteArray &bytes);

    QFile m_file;
    qint64 m_end = 0; ///< where the next record goes
    qint64 m_count = 0;
    std::optional<Failure> m_trouble;
};

} // namespace Matchbook
