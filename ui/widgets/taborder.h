// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Matchbook {

/// Lets Tab go through everything in \a root in the order of its layouts, top to bottom. Qt's own order is that in which the
/// widgets were made, so call it again after some were added.
void orderTabs(QWidget *root);

} // namespace Matchbook
