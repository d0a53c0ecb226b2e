// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wheelguard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace Matchbook {

bool WheelGuard::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return false;
    const auto *widget = qobject_cast<const QWidget *>(object);
    const bool isBox
            = qobject_cast<const QComboBox *>(object) || qobject_cast<const QAbstractSpinBox *>(object);
    if (!isBox || widget->hasFocus())
        return false;
    // Ignored, it goes on to the area that scrolls.
    event->ignore();
    return true;
}

} // namespace Matchbook
