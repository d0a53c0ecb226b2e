// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/catalogueedits.h"
#include "forms/formdialog.h"
#include "networks/presetcatalogue.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace Matchbook {

class AmountEdit;

/// Adds an offer, or edits one, and shows what the link a visitor gets will look like.
class OfferDialog : public FormDialog
{
    Q_OBJECT
public:
    /// With a valid ID in \a offer the dialog edits it. \a presets must outlive the dialog.
    OfferDialog(const PresetCatalogue &presets, const CatalogueContents &contents, const Offer &offer,
                const CatalogueEdits &edits, QWidget *parent = nullptr);

    /// The offer as entered; as stored once the dialog was accepted.
    Offer offer() const;

Q_SIGNALS:
    /// A network was made on the way; it is stored whatever becomes of the offer.
    void networkAdded(const Matchbook::AffiliateNetwork &network);

private:
    void build();
    QWidget *networkRow();
    void fill();
    void newNetwork();
    void networkChosen();
    void check() override;
    void save(const Saved &done) override;

    const PresetCatalogue &m_presets;
    CatalogueContents m_contents;
    Offer m_offer;
    CatalogueEdits m_edits;
    QLineEdit *m_name = nullptr;
    QComboBox *m_network = nullptr;
    QPlainTextEdit *m_url = nullptr;
    QLabel *m_preview = nullptr;
    AmountEdit *m_payout = nullptr;
};

} // namespace Matchbook
