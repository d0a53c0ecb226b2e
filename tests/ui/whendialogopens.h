// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QTimer>

#include <functional>

/// Does \a what with the next visible \a T below \a owner, however long it takes to appear; once. To be called before what
/// opens the dialog, because a modal dialog returns only after it is closed.
template<typename T = QDialog>
void whenDialogOpens(QWidget *owner, std::function<void(T *)> what)
{
    auto *look = new QTimer(owner);
    QObject::connect(look, &QTimer::timeout, owner, [look, owner, what = std::move(what)] {
        const auto dialogs = owner->findChildren<T *>();
        for (T *dialog : dialogs) {
            if (!dialog->isVisible())
                continue;
            look->stop();
            look->deleteLater();
            what(dialog);
            return;
        }
    });
    look->start(20);
}
