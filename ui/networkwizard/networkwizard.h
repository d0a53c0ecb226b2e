// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chaintest/followrules.h"
#include "forms/catalogueedits.h"
#include "networks/presetcatalogue.h"
#include "vocabulary/affiliatenetwork.h"

#include <QVariantMap>
#include <QWizard>

#include <memory>
#include <optional>

namespace Matchbook {

class Engine;
class NetworkDraft;
class Page;
class StepList;
class WizardPage;

/// Adds an affiliate network in five steps: which one, its postback URL, an offer link, a test of the whole chain, and what is
/// left to do. The network is stored with the first step, once.
class NetworkWizard : public QWizard
{
    Q_OBJECT
public:
    enum Step { Choose, Postback, Offer, Test, Done };

    /// \a engine must outlive it. \a rules say how far the test follows links.
    NetworkWizard(Engine &engine, std::shared_ptr<const PresetCatalogue> presets,
                  const FollowRules &rules = {}, QWidget *parent = nullptr);

    /// The network that was made; nothing if none was.
    std::optional<AffiliateNetwork> network() const;

Q_SIGNALS:
    /// The person wants to see another page of the window; the wizard closes.
    void openPage(const QString &id, const QVariantMap &what);

private:
    void addPages(const FollowRules &rules);
    void buildButtons();
    void addStep(Step id, WizardPage *page);
    void leaveFor(const QString &id, const QVariantMap &what);
    void showStep(int id);
    void showStored();
    void leaveOut();
    void goBackTo(Step step);

    NetworkDraft *m_draft;
    StepList *m_steps;
};

/// Runs the wizard in front of \a window, else of \a page, which it may ask to open another one. The network that was added;
/// nothing if none was.
std::optional<AffiliateNetwork> runNetworkWizard(Engine &engine, Page *page, QWidget *window = nullptr);

/// catalogueEdits() of \a engine, in which a network is added by the wizard as runNetworkWizard() runs it. \a page must outlive
/// them.
CatalogueEdits editsWithWizard(Engine &engine, Page *page);

} // namespace Matchbook
