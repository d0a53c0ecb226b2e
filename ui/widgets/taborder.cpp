// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taborder.h"

#include <QLayout>
#include <QScrollArea>
#include <QWidget>

namespace Matchbook {

namespace {

void collect(QWidget *widget, QList<QWidget *> &stops);

void collect(QLayout *layout, QList<QWidget *> &stops)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (QWidget *widget = item->widget())
            collect(widget, stops);
        else if (QLayout *inner = item->layout())
            collect(inner, stops);
    }
}

void collect(QWidget *widget, QList<QWidget *> &stops)
{
    const bool isStop = widget->focusPolicy() & Qt::TabFocus;
    if (isStop)
        stops.append(widget);
    if (isStop)
        return;
    auto *scroll = qobject_cast<QScrollArea *>(widget);
    if (scroll && scroll->widget())
        collect(scroll->widget(), stops);
    else if (widget->layout())
        collect(widget->layout(), stops);
}

} // namespace

void orderTabs(QWidget *root)
{
    QList<QWidget *> stops;
    if (root->layout())
        collect(root->layout(), stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops.at(i - 1), stops.at(i));
}

} // namespace Matchbook
