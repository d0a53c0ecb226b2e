// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "preferences/preferences.h"
#include "vocabulary/buyers.h"
#include "widgets/card.h"

#include <QMap>

QT_BEGIN_NAMESPACE
class QAbstractButton;
class QCheckBox;
class QRadioButton;
QT_END_NAMESPACE

namespace Matchbook {

/// What the Settings page says of visitors' and buyers' personal data. Nothing of it is stored unless switched on here.
class PersonalDataCard : public Card
{
    Q_OBJECT
public:
    explicit PersonalDataCard(QWidget *parent = nullptr);

    void setPreferences(const Preferences &preferences);
    void addTo(Preferences &preferences) const;

Q_SIGNALS:
    void edited();

private:
    void addChoice(QVBoxLayout *column, BuyerData which, const QString &text, const QString &consequence);
    void addNote(QVBoxLayout *column, QAbstractButton *button, const QString &text);

    QCheckBox *m_fullAddresses;
    QMap<BuyerData, QRadioButton *> m_buyers;
};

} // namespace Matchbook
