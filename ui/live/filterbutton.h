// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rows.h"

#include <QPushButton>

QT_BEGIN_NAMESPACE
class QFrame;
QT_END_NAMESPACE

namespace Matchbook {

class ChoiceCombo;
struct CatalogueContents;

/// Opens a small popup that narrows the live tables down to a network, a campaign and a status. Says on the button
/// how many of these are in force.
class FilterButton : public QPushButton
{
    Q_OBJECT
public:
    /// Which table the filter is for: the words differ, and postbacks have no campaign of their own.
    enum class Table { Matches, Clicks, Postbacks };

    explicit FilterButton(QWidget *parent = nullptr);

    void setContents(const CatalogueContents &contents);
    void setTable(Table table);
    RowFilter filter() const;
    void setNetwork(NetworkId network);
    void setCampaign(CampaignId campaign);

Q_SIGNALS:
    void filterChanged();

private:
    void openPopup();
    void clear();
    void changed();

    QFrame *m_popup = nullptr;
    ChoiceCombo *m_network = nullptr;
    ChoiceCombo *m_campaign = nullptr;
    ChoiceCombo *m_word = nullptr;
    Table m_table = Table::Matches;
};

} // namespace Matchbook
