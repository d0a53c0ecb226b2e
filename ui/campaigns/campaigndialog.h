// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/catalogueedits.h"
#include "forms/formdialog.h"
#include "networks/presetcatalogue.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
class QTableWidget;
QT_END_NAMESPACE

namespace Matchbook {

class AmountEdit;

/// Starts a campaign, or edits one: its name, the offers its visitors are spread over, and what a click costs.
class CampaignDialog : public FormDialog
{
    Q_OBJECT
public:
    /// With a valid ID in \a campaign the dialog edits it. \a presets must outlive the dialog.
    CampaignDialog(const PresetCatalogue &presets, const CatalogueContents &contents,
                   const Campaign &campaign, const CatalogueEdits &edits, QWidget *parent = nullptr);

    /// The campaign as entered; as stored once the dialog was accepted.
    Campaign campaign() const;

private:
    void build();
    QWidget *offersBox();
    void fill();
    void addOfferRow(const Offer &offer, bool chosen, int weight);
    void newOffer();
    void showShares();
    void check() override;
    void save(const Saved &done) override;

    const PresetCatalogue &m_presets;
    CatalogueContents m_contents;
    Campaign m_campaign;
    CatalogueEdits m_edits;
    QLineEdit *m_name = nullptr;
    QWidget *m_offersBox = nullptr;
    QTableWidget *m_offers = nullptr;
    AmountEdit *m_cost = nullptr;
};

} // namespace Matchbook
