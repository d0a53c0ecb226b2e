// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settingsrows.h"

#include "widgets/card.h"
#include "widgets/tonedlabel.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Matchbook {

QFormLayout *formIn(Card *card)
{
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    card->body()->addLayout(form);
    return form;
}

void addRow(QFormLayout *form, const QString &text, QWidget *field, const QString &hint)
{
    auto *label = new QLabel(text, field->parentWidget());
    label->setBuddy(field);
    field->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    if (hint.isEmpty()) {
        form->addRow(label, field);
        return;
    }
    field->setAccessibleDescription(hint);
    auto *both = new QVBoxLayout;
    both->setSpacing(3);
    both->addWidget(field);
    both->addWidget(new TonedLabel(hint, Tone::Grey, field->parentWidget()));
    form->addRow(label, both);
}

} // namespace Matchbook
