// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "zonecombo.h"

#include "vocabulary/daterange.h"

#include <QCompleter>
#include <QLineEdit>

namespace Matchbook {

ZoneCombo::ZoneCombo(const QString &none, QWidget *parent) : QComboBox(parent)
{
    QStringList names;
    const auto ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids)
        names += QString::fromLatin1(id);
    names.sort();
    addItem(none);
    addItems(names);
    // Measuring hundreds of names would keep the window waiting.
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(20);
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
}

void ZoneCombo::setZone(const QString &id)
{
    if (!id.isEmpty() && findText(id) < 0)
        insertItem(1, id);
    setCurrentIndex(id.isEmpty() ? 0 : findText(id));
}

QString ZoneCombo::zone() const
{
    const QString text = currentText().trimmed();
    return text == itemText(0) ? QString() : text;
}

QString ZoneCombo::problem() const
{
    const QString id = zone();
    return id.isEmpty() || findText(id, Qt::MatchFixedString | Qt::MatchCaseSensitive) > 0
                    || timeZoneFromId(id)
            ? QString()
            : tr("Choose a time zone, such as America/Toronto.");
}

} // namespace Matchbook
