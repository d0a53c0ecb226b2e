// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/catalogueedits.h"
#include "page.h"
#include "reports/reportquery.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Matchbook {

class Banner;
class CampaignPanel;
class Card;
class CatalogueTable;
class ChoiceCombo;
class Engine;
class LeftOutBanner;
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
    void buildCard();
    void buildTables();
    void showSection(const QString &id);
    bool showsOffers() const;
    void takeContents(const Expected<CatalogueContents> &contents);
    void takeReport(const Expected<Report> &report);
    void fillTables();
    void showSelected();
    const Campaign *selectedCampaign() const;
    const Offer *selectedOffer() const;
    void editCampaign(const Campaign &campaign);
    void editOffer(const Offer &offer);
    void editSelected();
    void toggleArchived();
    void showFailure(const Failure &failure);

    Engine &m_engine;
    Session *m_session;
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
    LeftOutBanner *m_leftOut = nullptr;
    QStackedWidget *m_stack = nullptr;
    CatalogueTable *m_campaigns = nullptr;
    CatalogueTable *m_offers = nullptr;
    QLabel *m_totals = nullptr;
    CampaignPanel *m_panel = nullptr;
    int m_reportRequest = 0;
};

} // namespace Matchbook
