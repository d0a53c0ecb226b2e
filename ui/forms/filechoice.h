// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QFileDialog;
class QWidget;
QT_END_NAMESPACE

namespace Matchbook {

/// Makes \a dialog look at the names of files only. Qt's own looks into files for their icons, and so may the desktop's within this
/// process; opening and closing the store's files would take away all of SQLite's locks (sqlite.org/howtocorrupt.html, 2.2).
void lookAtNamesOnly(QFileDialog &dialog);

/// The file that the person chooses, in such a dialog; empty if none. \a filter as QFileDialog has it.
QString askForFile(QWidget *parent, const QString &title, const QString &filter);
/// Likewise, for a file to be written.
QString askForNewFile(QWidget *parent, const QString &title, const QString &proposed, const QString &filter);

} // namespace Matchbook
