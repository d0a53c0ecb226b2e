// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/catalogueedits.h"
#include "networks/presetcatalogue.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
class QStackedWidget;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class Card;
class CopyField;

/// The selected campaign: its tracking link, how visitors are spread over its offers, and where the click ID goes.
class CampaignPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CampaignPanel(QWidget *parent = nullptr);

    void setCampaign(const Campaign &campaign, const CatalogueContents &contents,
                     const PresetCatalogue &presets, const QString &trackingLink);
    void clear();

Q_SIGNALS:
    void editAsked();
    void archiveAsked(); ///< or back from the archive
    void conversionsAsked();

private:
    QWidget *buildBody();
    void fillOffers(const Campaign &campaign, const CatalogueContents &contents,
                    const PresetCatalogue &presets);

    Card *m_card = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_archive = nullptr;
    QStackedWidget *m_stack = nullptr;
    CopyField *m_link = nullptr;
    QVBoxLayout *m_offers = nullptr;
    QStringList m_offersShown;
};

} // namespace Matchbook
