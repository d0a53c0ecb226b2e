// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbackpage.h"

#include "engine/engine.h"
#include "networks/networkwords.h"
#include "networkwizard/accountfields.h"
#include "networkwizard/factsform.h"
#include "networkwizard/presetwords.h"
#include "networkwizard/publicaddressbox.h"
#include "networkwizard/secretpart.h"
#include "networkwizard/urllist.h"
#include "theme.h"
#include "widgets/separator.h"
#include "widgets/taborder.h"
#include "widgets/tonedlabel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

PostbackPage::PostbackPage(NetworkDraft &draft, QWidget *parent)
    : WizardPage(draft, tr("Postback URL"), parent)
{
    setObjectName("postbackPage"_L1);
    m_address = new PublicAddressBox(draft.engine(), this);
    m_account = new AccountFields(this);
    m_urls = new UrlList(u"postbackUrl"_s, this);
    m_where = new QLabel(this);
    m_where->setObjectName("menuPath"_L1);
    m_where->setTextFormat(Qt::PlainText);
    m_where->setWordWrap(true);
    m_whereDoubt = new TonedLabel({}, Tone::Amber, this);
    m_hints = new TonedLabel({}, Tone::Grey, this);
    m_hints->setObjectName("hints"_L1);
    body()->addWidget(m_address);
    body()->addWidget(m_account);
    body()->addWidget(m_urls);
    buildStatusUrls();
    body()->addWidget(makeSectionTitle(tr("Where to paste it"), this));
    body()->addWidget(m_where);
    body()->addWidget(m_whereDoubt);
    body()->addWidget(m_hints);
    m_secret = new SecretPart(draft.engine(), this);
    body()->addWidget(m_secret);
    buildFacts();
    body()->addStretch(1);
    connect(m_account, &AccountFields::edited, this, &PostbackPage::takeAccountFields);
    connect(m_facts, &FactsForm::edited, this, &PostbackPage::takeFacts);
    connect(m_urls, &UrlList::copied, this, &PostbackPage::storeCopied);
    // A later page may mend the network or set the address; whoever comes back must not undo that.
    connect(&draft, &NetworkDraft::networkStored, this, [this] {
        if (!isVisible())
            showFacts();
    });
    connect(&draft.engine(), &Engine::preferencesChanged, this, [this] {
        m_address->look();
        showUrls();
    });
}

// Most people need one URL, and the others would hide it.
void PostbackPage::buildStatusUrls()
{
    m_perStatus = new QPushButton(this);
    m_perStatus->setObjectName("perStatus"_L1);
    m_perStatus->setToolTip(tr("It has no macro for the status: one URL for each says it."));
    m_perStatus->setCheckable(true);
    m_perStatus->setAutoDefault(false);
    setButtonKind(m_perStatus, "link");
    m_statusUrls = new UrlList(u"statusUrl"_s, this);
    m_statusUrls->hide();
    body()->addWidget(m_perStatus, 0, Qt::AlignLeft);
    body()->addWidget(m_statusUrls);
    connect(m_perStatus, &QPushButton::toggled, m_statusUrls, &UrlList::setVisible);
    connect(m_statusUrls, &UrlList::copied, this, &PostbackPage::storeCopied);
}

void PostbackPage::buildFacts()
{
    body()->addWidget(new Separator(this));
    body()->addWidget(makeSectionTitle(tr("What Matchbook takes for granted"), this));
    m_doubtful = new TonedLabel(tr("Change what your dashboard says otherwise."), Tone::Grey, this);
    m_facts = new FactsForm(this);
    m_problem = new TonedLabel({}, Tone::Red, this);
    m_problem->setObjectName("factsProblem"_L1);
    m_problem->hide();
    body()->addWidget(m_doubtful);
    body()->addWidget(m_facts);
    body()->addWidget(m_problem);
}

void PostbackPage::initializePage()
{
    if (m_shown != draft().preset().id) {
        m_shown = draft().preset().id;
        m_account->setPreset(draft().preset());
    }
    showFacts();
    showPreset();
    m_address->look();
    showUrls();
}

// What has to be entered comes first, else what has to be copied.
void PostbackPage::focusFirst()
{
    auto *field = m_account->isHidden() ? nullptr : m_account->findChild<QLineEdit *>();
    auto *copy = m_urls->findChild<QPushButton *>();
    if (QWidget *first = field ? static_cast<QWidget *>(field) : copy)
        first->setFocus();
}

// What was changed here stays, also for whoever goes back to change the network's name.
void PostbackPage::cleanupPage()
{
    storeCopied();
}

void PostbackPage::showFacts()
{
    NetworkPreset preset = draft().preset();
    // Where the macros are asked for, the parameters follow from them.
    if (m_account->asksForMacros())
        preset.postback.templates.clear();
    m_facts->setNetwork(draft().network(), preset);
}

void PostbackPage::showPreset()
{
    const NetworkPreset &preset = draft().preset();
    const QString name = draft().network().name;
    if (preset.postback.templates.size() > 1)
        setHeading(tr("Give %1 your postback URLs").arg(name),
                   tr("Copy each one, paste it into its field in %1 as it is, and save it there.").arg(name));
    else
        setHeading(tr("Give %1 your postback URL").arg(name),
                   tr("Copy it, paste it into %1 as it is, and save it there.").arg(name));
    const QStringList &steps = preset.postback.steps;
    QString where = numberedSteps(steps);
    if (steps.isEmpty())
        where = tr(
                "The way through its dashboard is not documented. Look for “Postback”, “Server-to-server”, "
                "“S2S” or “Callback”, or ask your account manager.");
    m_where->setText(where);
    const QString doubt = steps.isEmpty() ? QString() : preset.doubtAbout(u"postback.steps"_s);
    m_secret->setNetwork(draft().network().id, preset);
    m_whereDoubt->setText(tr("Not verified: %1").arg(doubt));
    m_whereDoubt->setVisible(!doubt.isEmpty());
    QStringList hints = goodToKnow(preset);
    for (QString &hint : hints)
        hint.prepend(u"• "_s);
    m_hints->setText(hints.join(u'\n'));
    m_hints->setVisible(!hints.isEmpty());
}

void PostbackPage::showUrls()
{
    m_urls->setUrls(draft().urls());
    const auto perStatus = draft().urlsPerStatus();
    m_perStatus->setText(tr("%1 has a field for each status").arg(draft().network().name));
    m_perStatus->setVisible(!perStatus.isEmpty());
    m_statusUrls->setUrls(perStatus);
    m_statusUrls->setVisible(!perStatus.isEmpty() && m_perStatus->isChecked());
    const QString problem = m_facts->problem();
    showNote(m_problem, problem);
    if (!problem.isEmpty())
        reveal(m_problem);
    // Rows that were made just now would come last.
    orderTabs(this);
    Q_EMIT completeChanged();
}

void PostbackPage::takeAccountFields()
{
    draft().setConstants(m_account->constants());
    if (m_account->asksForMacros())
        draft().setQuery(0, m_account->query());
    showUrls();
}

void PostbackPage::takeFacts()
{
    const QStringList queries = m_facts->queries();
    for (qsizetype i = 0; i < queries.size(); ++i) {
        if (!queries.at(i).isEmpty())
            draft().setQuery(i, queries.at(i));
    }
    showUrls();
}

// It may be pasted right away, and the wizard left before anybody presses Next.
void PostbackPage::storeCopied()
{
    if (!isComplete())
        return;
    draft().storeNetwork(m_facts->network(), [this](const std::optional<Failure> &failure) {
        if (failure)
            showFailure(*failure);
    });
}

bool PostbackPage::isComplete() const
{
    return draft().isStored() && m_facts->problem().isEmpty();
}

void PostbackPage::save(const NetworkDraft::Saved &done)
{
    draft().storeNetwork(m_facts->network(), [this, done](const std::optional<Failure> &failure) {
        if (failure)
            return done(failure);
        m_secret->save([this, done](bool isStored) {
            if (!isStored)
                reveal(m_secret);
            done(isStored ? std::nullopt : std::optional(Failure{Failure::Kind::Cancelled, {}}));
        });
    });
}

} // namespace Matchbook
