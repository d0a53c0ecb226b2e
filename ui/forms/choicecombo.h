// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/currency.h"

#include <QComboBox>
#include <QList>
#include <QVariant>

namespace Matchbook {

struct CatalogueContents;

struct Choice {
    QVariant value;
    QString text;
};

/// Narrows a page down to one of a few things, or to none of them. Keeps what is chosen when the things change.
class ChoiceCombo : public QComboBox
{
    Q_OBJECT
public:
    /// \a all is the entry for "any"; \a name what assistive technology calls the box.
    ChoiceCombo(const QString &all, const QString &name, QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &choices);
    /// What is chosen; invalid for "any".
    QVariant value() const { return currentData(); }
    qint64 id() const { return currentData().toLongLong(); }
    QString word() const { return currentData().toString(); }
    /// Chooses without telling anybody; "any" if the value is not there.
    void setValue(const QVariant &value);

Q_SIGNALS:
    /// The person chose something else, or what was chosen is gone.
    void chosen();

private:
    QString m_all;
};

QList<Choice> networkChoices(const CatalogueContents &contents);
QList<Choice> offerChoices(const CatalogueContents &contents);
/// Archived campaigns come last and say so.
QList<Choice> campaignChoices(const CatalogueContents &contents);
QList<Choice> statusChoices(); ///< words of conversions
QList<Choice> outcomeChoices(); ///< words of postbacks
QList<Choice> clickKindChoices(); ///< words of clicks
/// The currencies that a report in \a shown can be asked in, when its range has \a others too; none if there is only \a base.
QList<Choice> currencyChoices(Currency base, Currency shown, QList<Currency> others);

} // namespace Matchbook
