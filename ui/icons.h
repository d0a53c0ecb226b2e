// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace Matchbook {

/// The drawing in the resource \a file with every line in \a colour, \a side logical pixels wide, sharp at
/// \a devicePixelRatio. An empty pixmap if there is no such drawing.
QPixmap tintedIcon(const QString &file, const QColor &colour, int side, qreal devicePixelRatio);
/// The program's own icon.
QIcon applicationIcon();

} // namespace Matchbook
