// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wizardpage.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class AccountFields;
class FactsForm;
class PublicAddressBox;
class SecretPart;
class UrlList;

/// The postback URLs, ready to be copied, and where they are pasted.
class PostbackPage : public WizardPage
{
    Q_OBJECT
public:
    explicit PostbackPage(NetworkDraft &draft, QWidget *parent = nullptr);

    void initializePage() override;
    void focusFirst() override;
    void cleanupPage() override;
    bool isComplete() const override;

protected:
    void save(const NetworkDraft::Saved &done) override;

private:
    void buildFacts();
    void showPreset();
    void showFacts();
    void showUrls();
    void buildStatusUrls();
    void takeAccountFields();
    void takeFacts();
    void storeCopied();

    PublicAddressBox *m_address = nullptr;
    AccountFields *m_account = nullptr;
    UrlList *m_urls = nullptr;
    QPushButton *m_perStatus = nullptr; ///< shows and hides the URLs for each status
    UrlList *m_statusUrls = nullptr;
    SecretPart *m_secret = nullptr;
    QLabel *m_where = nullptr;
    TonedLabel *m_whereDoubt = nullptr;
    TonedLabel *m_hints = nullptr;
    TonedLabel *m_doubtful = nullptr;
    FactsForm *m_facts = nullptr;
    TonedLabel *m_problem = nullptr;
    QString m_shown; ///< preset that the fields are for
};

} // namespace Matchbook
