// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace Matchbook {

/// Keeps the wheel from changing a box that nobody has chosen: whoever scrolls a page past it would choose another currency without
/// noticing. To be installed on the application; such a turn of the wheel scrolls the page instead.
class WheelGuard : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    bool eventFilter(QObject *object, QEvent *event) override;
};

} // namespace Matchbook
