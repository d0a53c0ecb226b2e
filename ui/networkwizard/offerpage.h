// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wizardpage.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace Matchbook {

class AmountEdit;
class CopyField;
class FirstCampaign;

/// The offer's link, seen with the click ID in it, and the first campaign that leads there.
class OfferPage : public WizardPage
{
    Q_OBJECT
public:
    explicit OfferPage(NetworkDraft &draft, QWidget *parent = nullptr);

    void initializePage() override;
    void focusFirst() override;
    bool isComplete() const override;
    int nextId() const override;
    QString skipText() const override;

protected:
    void save(const NetworkDraft::Saved &done) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildOffer();
    QString urlProblem() const;
    void look();
    void saveCampaign(const NetworkDraft::Saved &done);

    QPlainTextEdit *m_url = nullptr;
    TonedLabel *m_urlNote = nullptr;
    QWidget *m_preview = nullptr;
    CopyField *m_link = nullptr;
    TonedLabel *m_remarks = nullptr;
    TonedLabel *m_slot = nullptr;
    QLineEdit *m_name = nullptr;
    AmountEdit *m_payout = nullptr;
    TonedLabel *m_payoutNote = nullptr;
    FirstCampaign *m_campaign = nullptr;
};

} // namespace Matchbook
