// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

QT_BEGIN_NAMESPACE
class QLabel;
class QWidget;
QT_END_NAMESPACE

namespace Matchbook {

/// Fills the rest of \a page's layout with \a list and, beside it, the inspector of what is selected in it. The person
/// can move the border between the two; \a widths are those to begin with, of which the list takes what is left over.
void addListAndInspector(QWidget *page, QWidget *list, QWidget *inspector, const QList<int> &widths);

/// \a content in a frameless scroll area, so that it never makes its page higher than the window.
QWidget *scrolled(QWidget *content);

/// The line below a table that says what it adds up to.
QLabel *makeTotalsLabel(QWidget *parent);

} // namespace Matchbook
