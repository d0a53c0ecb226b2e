// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "campaigns/valuetablemodel.h"
#include "forms/catalogueedits.h"
#include "networks/presetcatalogue.h"
#include "page.h"
#include "reports/reportquery.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
QT_END_NAMESPACE

namespace Matchbook {

class Banner;
class CampaignPanel;
class Card;
class ChoiceCombo;
class Engine;
class PeriodCombo;
class SegmentedButton;
class Session;

/// Campaigns and offers with their figures; the selected campaign's tracking link beside them.
class CampaignsPage : public Page
{
    Q_OBJECT
public:
    /// \a session may be null; it and \a engine must outlive the page.
    CampaignsPage(Engine &engine, Session *session, QWidget *parent = nullptr);

    void refresh() override;
    void open(const QVariantMap &what) override;

private:
    void buildHeader();
    void buildBody();
    QTableView *buildTable(ValueTableModel &model, const QString &name, const QString &title);
    QWidget *emptyCampaigns();
    QWidget *emptyOffers();
    void showSection(const QString &id);
    bool showsOffers() const;
    void takeContents(const Expected<CatalogueContents> &contents);
    void takeReport(const Expected<Report> &report);
    void fillTables();
    void fitOnce();
    void showSelected();
    const Campaign *selectedCampaign() const;
    const Offer *selectedOffer() const;
    void editCampaign(const Campaign &campaign);
    void editOffer(const Offer &offer);
    void toggleArchived();
    void showFailure(const Failure &failure);

    Engine &m_engine;
    Session *m_session;
    PresetCatalogue m_presets;
    ValueTableModel m_campaigns;
    ValueTableModel m_offers;
    CatalogueContents m_contents;
    Report m_report;
    SegmentedButton *m_sections = nullptr;
    PeriodCombo *m_period = nullptr;
    ChoiceCombo *m_currency = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_editOffer = nullptr;
    QCheckBox *m_withArchived = nullptr;
    Card *m_card = nullptr;
    Banner *m_trouble = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_campaignTable = nullptr;
    QTableView *m_offerTable = nullptr;
    QWidget *m_noCampaigns = nullptr;
    QWidget *m_noOffers = nullptr;
    QLabel *m_totals = nullptr;
    CampaignPanel *m_panel = nullptr;
    qint64 m_wanted = 0; ///< campaign to be selected when it is there
    int m_reportRequest = 0;
    bool m_campaignsFitted = false;
    bool m_offersFitted = false;
};

} // namespace Matchbook
