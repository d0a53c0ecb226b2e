// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "overviewanswer.h"
#include "widgets/card.h"

#include <QVariantMap>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class TonedLabel;

/// The first start's checklist. Ticks itself; the page takes it away after the first matched conversion.
class ChecklistCard : public Card
{
    Q_OBJECT
public:
    explicit ChecklistCard(QWidget *parent = nullptr);

    void setSteps(const FirstSteps &steps);
    QStringList ticked() const; ///< object names of the steps that are done

Q_SIGNALS:
    void openPage(const QString &id, const QVariantMap &what);

private:
    struct Row {
        QString name;
        TonedLabel *mark;
        QLabel *text;
        QPushButton *button;
    };
    void addStep(const QString &name, const QString &text, const QString &button, const QString &page,
                 const QVariantMap &what = {});

    QList<Row> m_rows;
    FirstSteps m_steps;
};

} // namespace Matchbook
