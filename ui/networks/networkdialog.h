// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/catalogueedits.h"
#include "forms/formdialog.h"
#include "networks/presetcatalogue.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class CurrencyCombo;
class ZoneCombo;

/// Edits an affiliate network.
class NetworkDialog : public FormDialog
{
    Q_OBJECT
public:
    /// \a network is stored already. \a takenNames are those of the other networks. \a presets must outlive the dialog.
    NetworkDialog(const PresetCatalogue &presets, const AffiliateNetwork &network,
                  const QStringList &takenNames, const CatalogueEdits &edits, QWidget *parent = nullptr);

    /// The network as entered; as stored once the dialog was accepted.
    AffiliateNetwork network() const;

private:
    void build();
    void buildPreset();
    void fill();
    void buildRules();
    void presetChosen();
    void offerPublishedSenders();
    QString presetProblem() const;
    void check() override;
    void save(const Saved &done) override;
    const NetworkPreset &preset() const;

    const PresetCatalogue &m_presets;
    AffiliateNetwork m_network; ///< as it was when the dialog opened
    std::optional<AffiliateNetwork> m_stored;
    QStringList m_takenNames;
    CatalogueEdits m_edits;
    QComboBox *m_preset = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_subId = nullptr;
    CurrencyCombo *m_currency = nullptr;
    QComboBox *m_status = nullptr;
    QComboBox *m_repeats = nullptr;
    QComboBox *m_decimal = nullptr;
    QLineEdit *m_senders = nullptr;
    QLineEdit *m_answer = nullptr;
    QPushButton *m_published = nullptr; ///< takes over the addresses that the preset publishes
    ZoneCombo *m_zone = nullptr;
};

} // namespace Matchbook
