// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pageparts.h"

#include "theme.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>

namespace Matchbook {

namespace {

constexpr int gap = 12;
constexpr int narrowestList = 360;
constexpr int narrowestInspector = 300;

} // namespace

void addListAndInspector(QWidget *page, QWidget *list, QWidget *inspector, const QList<int> &widths)
{
    auto *splitter = new QSplitter(Qt::Horizontal, page);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(gap);
    list->setMinimumWidth(narrowestList);
    inspector->setMinimumWidth(narrowestInspector);
    splitter->addWidget(list);
    splitter->addWidget(inspector);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes(widths);
    qobject_cast<QBoxLayout *>(page->layout())->addWidget(splitter, 1);
}

QWidget *scrolled(QWidget *content)
{
    auto *area = new QScrollArea(content->parentWidget());
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

QLabel *makeTotalsLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QStringLiteral("totals"));
    label->setAccessibleName(QCoreApplication::translate("Matchbook::PageParts", "Totals"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(scaledFont(parent->font(), 1.0, QFont::DemiBold));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace Matchbook
