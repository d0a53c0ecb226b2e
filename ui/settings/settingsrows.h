// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QWidget;
QT_END_NAMESPACE

namespace Matchbook {

class Card;

/// The form of one card of the Settings page; owned by the card.
QFormLayout *formIn(Card *card);
/// A label as the field's buddy, so that its letter and assistive technology lead to the field. \a hint stands below it.
void addRow(QFormLayout *form, const QString &text, QWidget *field, const QString &hint = {});

} // namespace Matchbook
