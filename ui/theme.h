// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "colours.h"

#include <QFont>
#include <QObject>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace Matchbook {

/// Dresses the application: Fusion, our palette, our style sheet. One is made in main() before any window.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QApplication &application);

    /// \a choice is `light`, `dark` or `system` (anything else means `system`). May be called again at any time.
    void apply(const QString &choice);
    const Colours &colours() const;

private:
    bool systemIsDark() const;

    QApplication &m_application;
    QString m_choice;
    bool m_startedDark = false;
    bool m_dark = false;
};

/// \a base, \a factor times as large. Sizes are always said relative to the system's font.
QFont scaledFont(const QFont &base, double factor, QFont::Weight weight = QFont::Normal);
/// The system's monospaced font at \a base's size, for IDs, URLs and raw requests.
QFont monospacedFont(const QFont &base);
/// The style sheet that goes with \a colours.
QString styleSheetFor(const Colours &colours);

/// Marks a QPushButton: `primary` (filled), `link` (bare, accent-coloured), `quiet` (small, in card titles).
void setButtonKind(QWidget *button, const char *kind);

} // namespace Matchbook
