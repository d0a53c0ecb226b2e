// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QString>

namespace Matchbook {

/// Whether Matchbook starts, into the tray, when the person logs in: a desktop file in the `autostart` folder of the XDG
/// configuration folder. That file is the only truth, because the desktop's own settings change it, too. GUI thread; the
/// file is small.
class Autostart
{
public:
    /// \a program is the file to start; with \a dataFolder, unless that is empty.
    Autostart(const QString &program, const QString &dataFolder);

    /// False where the desktop knows nothing of such files.
    static bool isSupported();

    /// The file is there and nobody has switched it off.
    bool isOn() const;
    /// Writes or removes the file. Fails with FileTrouble, the detail naming the file.
    Expected<void> set(bool on) const;
    QString file() const { return m_file; }

private:
    QByteArray contents() const;

    QString m_program;
    QString m_dataFolder;
    QString m_file;
};

} // namespace Matchbook
