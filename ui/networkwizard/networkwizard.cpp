// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkwizard.h"

#include "engine/engine.h"
#include "networkwizard/choosepage.h"
#include "networkwizard/donepage.h"
#include "networkwizard/networkdraft.h"
#include "networkwizard/offerpage.h"
#include "networkwizard/postbackpage.h"
#include "networkwizard/steplist.h"
#include "networkwizard/testpage.h"
#include "page.h"
#include "theme.h"
#include "widgets/taborder.h"

#include <QLayout>
#include <QPushButton>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace Matchbook {

NetworkWizard::NetworkWizard(Engine &engine, std::shared_ptr<const PresetCatalogue> presets,
                             const FollowRules &rules, QWidget *parent)
    : QWizard(parent), m_draft(new NetworkDraft(engine, std::move(presets), this)),
      m_steps(new StepList(this))
{
    setObjectName("networkWizard"_L1);
    setWindowTitle(tr("Add network"));
    // Modern without titles: the steps and the pages reach the edges of the window.
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setSideWidget(m_steps);
    addPages(rules);
    buildButtons();
    const QSize room = screen()->availableSize() - QSize(40, 60);
    resize(QSize(900, 720).boundedTo(room));
    connect(this, &QWizard::currentIdChanged, this, &NetworkWizard::showStep);
    connect(m_draft, &NetworkDraft::networkStored, this, &NetworkWizard::showStored);
    m_draft->load();
}

void NetworkWizard::addPages(const FollowRules &rules)
{
    addStep(Choose, new ChoosePage(*m_draft, this));
    addStep(Postback, new PostbackPage(*m_draft, this));
    addStep(Offer, new OfferPage(*m_draft, this));
    auto *test = new TestPage(*m_draft, rules, this);
    addStep(Test, test);
    connect(test, &TestPage::elsewhereAsked, this, [this](TestRemedy remedy) {
        goBackTo(remedy == TestRemedy::ShowPostbackUrl ? Postback : Offer);
    });
    auto *done = new DonePage(*m_draft, *test, this);
    addStep(Done, done);
    connect(done, &DonePage::otherPageAsked, this, &NetworkWizard::leaveFor);
}

void NetworkWizard::addStep(Step id, WizardPage *page)
{
    setPage(id, page);
    m_steps->addStep(page->step());
}

void NetworkWizard::buildButtons()
{
    setButtonLayout({QWizard::CancelButton, QWizard::Stretch, QWizard::BackButton, QWizard::CustomButton1,
                     QWizard::NextButton, QWizard::FinishButton});
    setOption(QWizard::HaveCustomButton1);
    setButtonText(QWizard::BackButton, tr("&Back"));
    setButtonText(QWizard::NextButton, tr("&Next"));
    setButtonText(QWizard::FinishButton, tr("&Finish"));
    setButtonText(QWizard::CancelButton, tr("Cancel"));
    setButtonKind(button(QWizard::NextButton), "primary");
    setButtonKind(button(QWizard::FinishButton), "primary");
    button(QWizard::CustomButton1)->setObjectName("skip"_L1);
    connect(this, &QWizard::customButtonClicked, this, &NetworkWizard::leaveOut);
}

std::optional<AffiliateNetwork> NetworkWizard::network() const
{
    return m_draft->isStored() ? std::optional(m_draft->network()) : std::nullopt;
}

void NetworkWizard::showStep(int id)
{
    auto *page = qobject_cast<WizardPage *>(currentPage());
    if (!page)
        return;
    // Without a URL there is nothing to paste and nothing to test.
    m_steps->leaveOut(m_draft->isTold() ? QSet<int>() : QSet<int>{Postback, Test});
    m_steps->setCurrent(id);
    // The wizard lays itself out anew when it likes; the steps shall reach its edges all the same.
    if (const QWidget *home = m_steps->parentWidget(); home && home->layout())
        home->layout()->setContentsMargins(0, 0, 0, 0);
    button(QWizard::CustomButton1)->setVisible(!page->skipText().isEmpty());
    setButtonText(QWizard::CustomButton1, page->skipText());
    button(QWizard::CancelButton)->setVisible(id != Done);
    showStored();
    orderTabs(page);
    page->focusFirst();
}

// What has been stored stays, and says so before anybody wonders.
void NetworkWizard::showStored()
{
    if (!m_draft->isStored())
        return;
    setButtonText(QWizard::CancelButton, tr("Finish later"));
    m_steps->setNote(currentId() == Done
                             ? QString()
                             : tr("%1 has been added. It stays, even if you finish the rest later.")
                                       .arg(m_draft->network().name));
}

void NetworkWizard::leaveOut()
{
    if (auto *page = qobject_cast<WizardPage *>(currentPage()))
        page->leaveOut();
}

void NetworkWizard::goBackTo(Step step)
{
    while (currentId() > step)
        back();
}

void NetworkWizard::leaveFor(const QString &id, const QVariantMap &what)
{
    accept();
    Q_EMIT openPage(id, what);
}

std::optional<AffiliateNetwork> runNetworkWizard(Engine &engine, Page *page, QWidget *window)
{
    NetworkWizard wizard(engine, engine.presets(), {}, window ? window : page);
    QObject::connect(&wizard, &NetworkWizard::openPage, page, &Page::openPage, Qt::QueuedConnection);
    wizard.exec();
    return wizard.network();
}

CatalogueEdits editsWithWizard(Engine &engine, Page *page)
{
    CatalogueEdits edits = catalogueEdits(engine);
    edits.addNetwork = [&engine, page](QWidget *window) { return runNetworkWizard(engine, page, window); };
    return edits;
}

} // namespace Matchbook
