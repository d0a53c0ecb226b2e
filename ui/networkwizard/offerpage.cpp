// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "offerpage.h"

#include "campaigns/offerlink.h"
#include "engine/engine.h"
#include "forms/amountedit.h"
#include "networkwizard/firstcampaign.h"
#include "networkwizard/networkwizard.h"
#include "networkwizard/offerslot.h"
#include "theme.h"
#include "widgets/copyfield.h"
#include "widgets/separator.h"
#include "widgets/tonedlabel.h"

#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWizard>

using namespace Qt::StringLiterals;

namespace Matchbook {

OfferPage::OfferPage(NetworkDraft &draft, QWidget *parent) : WizardPage(draft, tr("Offer link"), parent)
{
    setObjectName("offerPage"_L1);
    buildOffer();
    body()->addWidget(new Separator(this));
    m_campaign = new FirstCampaign(this);
    body()->addWidget(m_campaign);
    body()->addStretch(1);
    connect(m_campaign, &FirstCampaign::edited, this, &WizardPage::completeChanged);
    connect(&draft.engine(), &Engine::preferencesChanged, this,
            [this] { m_campaign->setTrackingLink(this->draft().trackingLink()); });
}

void OfferPage::buildOffer()
{
    auto *form = makeForm();
    m_url = new QPlainTextEdit(this);
    m_url->setObjectName("offerUrl"_L1);
    m_url->setFont(monospacedFont(font()));
    m_url->setTabChangesFocus(true);
    m_url->setPlaceholderText(u"https://"_s);
    m_url->setFixedHeight(m_url->fontMetrics().lineSpacing() * 3 + 14);
    m_urlNote = addFieldRow(form, tr("&Offer link"), m_url);
    m_remarks = new TonedLabel({}, Tone::Amber, this);
    m_remarks->setObjectName("offerRemarks"_L1);
    m_preview = new QWidget(this);
    m_preview->setObjectName("offerPreviewRow"_L1);
    auto *column = new QVBoxLayout(m_preview);
    column->setContentsMargins(0, 0, 0, 0);
    m_link = new CopyField(tr("Offer link with a click ID"), m_preview);
    m_link->setObjectName("offerPreview"_L1);
    m_link->button()->setAutoDefault(false);
    column->addWidget(m_link);
    column->addWidget(m_remarks);
    m_slot = addFieldRow(form, tr("A visitor gets"), m_preview);
    m_name = new QLineEdit(this);
    m_name->setObjectName("offerName"_L1);
    m_name->setMaxLength(200);
    addFieldRow(form, tr("Na&me"), m_name);
    m_payout = new AmountEdit(this);
    m_payout->setObjectName("offerPayout"_L1);
    m_payoutNote = addFieldRow(form, tr("Default &payout"), m_payout);
    body()->addLayout(form);
    m_url->installEventFilter(this);
    connect(m_url, &QPlainTextEdit::textChanged, this, &OfferPage::look);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_campaign->proposeName(m_name->text().trimmed());
        Q_EMIT completeChanged();
    });
    connect(m_payout, &AmountEdit::edited, this, &OfferPage::look);
}

void OfferPage::initializePage()
{
    const QString network = draft().network().name;
    setHeading(tr("Paste an offer link from %1").arg(network),
               tr("Matchbook puts a click ID into it for every visitor. You can leave this for later."));
    if (m_url->toPlainText().isEmpty())
        m_url->setPlainText(draft().pastedLink);
    if (!m_name->isModified())
        m_name->setText(tr("%1 offer").arg(network));
    if (m_payout->money().micros == 0)
        m_payout->setMoney({0, draft().network().defaultCurrency});
    m_campaign->setTrackingLink(draft().trackingLink());
    look();
}

void OfferPage::focusFirst()
{
    m_url->setFocus();
}

/// The test ends with a postback, which a network that calls no URL never sends.
int OfferPage::nextId() const
{
    return draft().isTold() ? WizardPage::nextId() : int(NetworkWizard::Done);
}

QString OfferPage::urlProblem() const
{
    return offerUrlProblem(m_url->toPlainText().trimmed(), draft().engine().ownBases());
}

void OfferPage::look()
{
    const QString url = m_url->toPlainText().trimmed();
    const QString problem = urlProblem();
    m_remarks->hide();
    const QString &wanted = draft().preset().offerLink.linkTemplate;
    showNote(m_urlNote, url.isEmpty() ? QString() : problem,
             url.isEmpty() && !wanted.isEmpty() ? tr("It looks like this: %1").arg(wanted) : QString());
    m_link->setVisible(problem.isEmpty());
    if (problem.isEmpty()) {
        const OfferSlot slot = offerSlot(url, draft().preset(), draft().subIdParameter());
        m_link->setText(slot.preview);
        showNote(m_slot, {}, slot.sentence);
        m_slot->setTone(slot.carries ? Tone::Green : Tone::Red);
        m_remarks->setText(slot.remarks.join(u'\n'));
        m_remarks->setVisible(!slot.remarks.isEmpty());
    } else {
        showNote(m_slot, {}, tr("Shown here as soon as there is a link."));
    }
    showNote(m_payoutNote, m_payout->problem(),
             draft().isTold() ? tr("Counts when a postback brings no amount.")
                              : tr("Counts when a row of the report has no amount."));
    Q_EMIT completeChanged();
}

// A link has no lines: Enter goes on as in every other field.
bool OfferPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_url && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (isComplete())
                wizard()->next();
            return true;
        }
    }
    return WizardPage::eventFilter(watched, event);
}

bool OfferPage::isComplete() const
{
    return urlProblem().isEmpty() && !m_name->text().trimmed().isEmpty() && m_payout->problem().isEmpty()
            && m_campaign->problem().isEmpty();
}

QString OfferPage::skipText() const
{
    return tr("&Skip offer link");
}

void OfferPage::save(const NetworkDraft::Saved &done)
{
    Offer offer;
    offer.name = m_name->text().trimmed();
    offer.url = offerSlot(m_url->toPlainText(), draft().preset(), draft().subIdParameter()).url;
    offer.defaultPayout = m_payout->money();
    draft().storeOffer(offer, [this, done](const std::optional<Failure> &failure) {
        if (failure || !m_campaign->isWanted())
            return done(failure);
        saveCampaign(done);
    });
}

void OfferPage::saveCampaign(const NetworkDraft::Saved &done)
{
    Campaign campaign = m_campaign->campaign();
    campaign.offers = {{draft().offer()->id, 100}};
    campaign.costPerClick = {0, draft().network().defaultCurrency};
    draft().storeCampaign(campaign, [this, done](const std::optional<Failure> &failure) {
        m_campaign->setTrackingLink(draft().trackingLink());
        done(failure);
    });
}

} // namespace Matchbook
