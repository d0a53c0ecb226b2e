// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "overviewanswer.h"
#include "text/formats.h"

#include <QWidget>

namespace Matchbook {

class Card;
class ChecklistCard;
class FigureRow;
class PayoutChart;
class Session;
class TableCard;

/// What the Overview shows below its header: everything from values, nothing read here.
class OverviewView : public QWidget
{
    Q_OBJECT
public:
    explicit OverviewView(Session *session, QWidget *parent = nullptr);

    void show(const OverviewAnswer &answer, const Formats &formats, qint64 now);

    FigureRow *figures() const { return m_figures; }
    PayoutChart *chart() const { return m_chart; }
    ChecklistCard *checklist() const { return m_checklist; }
    TableCard *latest() const { return m_latest; }
    TableCard *campaigns() const { return m_campaigns; }
    TableCard *health() const { return m_health; }

Q_SIGNALS:
    void openPage(const QString &id, const QVariantMap &what);

private:
    void addJumps();
    QVariantMap period() const;

    OverviewAnswer m_answer;
    ChecklistCard *m_checklist;
    FigureRow *m_figures;
    Card *m_chartCard;
    PayoutChart *m_chart;
    TableCard *m_latest;
    TableCard *m_campaigns;
    TableCard *m_health;
};

} // namespace Matchbook
