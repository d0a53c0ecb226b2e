// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "donepage.h"

#include "engine/engine.h"
#include "engine/secretneed.h"
#include "engine/secretsource.h"
#include "theme.h"
#include "widgets/copyfield.h"
#include "widgets/separator.h"
#include "widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWizard>

using namespace Qt::StringLiterals;

namespace Matchbook {

DonePage::DonePage(NetworkDraft &draft, const TestPage &test, QWidget *parent)
    : WizardPage(draft, tr("Done"), parent), m_test(test)
{
    setObjectName("donePage"_L1);
    m_list = new QWidget(this);
    m_lines = new QVBoxLayout(m_list);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(10);
    body()->addWidget(m_list);
    m_linkTitle = new TonedLabel(tr("The tracking link for your ad"), Tone::Grey, this);
    m_link = new CopyField(tr("Tracking link"), this);
    m_link->setObjectName("finalTrackingLink"_L1);
    m_link->button()->setAutoDefault(false);
    body()->addWidget(m_linkTitle);
    body()->addWidget(m_link);
    body()->addWidget(new Separator(this));
    body()->addWidget(makeSectionTitle(tr("Where to look"), this));
    body()->addWidget(buildLinks());
    body()->addStretch(1);
}

QWidget *DonePage::buildLinks()
{
    auto *links = new QWidget(this);
    auto *column = new QVBoxLayout(links);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_import = addLink(column, tr("Import report: choose the file you downloaded, now or later"),
                       u"networks"_s);
    addLink(column, tr("Live: conversions as they are matched to clicks"), u"live"_s);
    m_log = addLink(column, {}, u"postbacklog"_s);
    addLink(column, tr("Campaigns: more offers, more tracking links"), u"campaigns"_s);
    return links;
}

QPushButton *DonePage::addLink(QVBoxLayout *column, const QString &text, const QString &page)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(u"open_"_s % page);
    button->setAutoDefault(false);
    setButtonKind(button, "link");
    column->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, [this, page] {
        const QVariantMap import{{u"network"_s, draft().network().id.value}, {u"importReport"_s, true}};
        Q_EMIT otherPageAsked(page, page == "networks"_L1 ? import : QVariantMap());
    });
    return button;
}

void DonePage::initializePage()
{
    setHeading(tr("%1 is set up").arg(draft().network().name),
               tr("You can change all of it later on the pages Networks and Campaigns."));
    qDeleteAll(m_list->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    fill();
    m_import->setVisible(!draft().isTold());
    m_log->setText(
            draft().isTold()
                    ? tr("Postback log: every request, and why one was not counted")
                    : tr("Postback log: every row of an imported report, and why one was not counted"));
    const QString link = draft().trackingLink();
    m_link->setText(link);
    m_link->setVisible(!link.isEmpty());
    m_linkTitle->setVisible(!link.isEmpty());
}

void DonePage::focusFirst()
{
    wizard()->button(QWizard::FinishButton)->setFocus();
}

void DonePage::fill()
{
    const QString name = draft().network().name;
    if (draft().isTold())
        addLine(true, tr("Network added: %1").arg(name),
                tr("Its postback URL stands on the page Networks. Make sure that it is saved in its dashboard."));
    else
        addLine(true, tr("Network added: %1").arg(name),
                tr("It sends nothing by itself, so there is no URL to paste. Its conversions come when you import its report: "
                   "download it from time to time, and choose Import report on the page Networks. Importing twice counts "
                   "nothing twice."));
    const auto &offer = draft().offer();
    if (offer)
        addLine(true, tr("Offer added: %1").arg(offer->name), {});
    else
        addLine(false, tr("No offer yet"),
                tr("Without an offer link nobody is sent to %1. Add one on the page Campaigns.").arg(name));
    if (const auto &campaign = draft().campaign())
        addLine(true, tr("Campaign started: %1").arg(campaign->name), {});
    else if (offer)
        addLine(false, tr("No campaign yet"), tr("A campaign gives you the tracking link for your ad."));
    if (needsSecret(draft().preset())
        && !SecretSource::of(draft().engine()).standing(draft().network().id).place)
        addLine(false, tr("No secret yet"),
                tr("Nothing that %1 sends is believed until its secret is entered: go back, or enter it on the page Networks.")
                        .arg(name));
    if (draft().isTold())
        addTestLine(name);
    if (draft().engine().preferences().publicUrl.isEmpty() && !draft().isTold())
        addLine(false, tr("No public address"),
                tr("Visitors cannot reach this computer until Settings, Public URL names your tunnel or reverse proxy."));
    else if (draft().engine().preferences().publicUrl.isEmpty())
        addLine(false, tr("No public address"),
                tr("Neither visitors nor %1 can reach this computer until Settings, Public URL names your tunnel or reverse "
                   "proxy. The URLs change with it: copy them again then.")
                        .arg(name));
}

void DonePage::addTestLine(const QString &name)
{
    switch (m_test.result()) {
    case TestPage::Result::Passed:
        addLine(true, tr("Test passed"), tr("Click, redirects and postback work together."));
        break;
    case TestPage::Result::Unproven:
        addLine(false, tr("Test passed, but the network is not proven"),
                tr("The postback was simulated, and the macros of %1 are not verified. Go back and wait for its own test, or "
                   "watch the first conversion.")
                        .arg(name));
        break;
    case TestPage::Result::Failed:
        addLine(false, tr("The test has failed"),
                tr("Go back to see which step, and why, before you spend money."));
        break;
    case TestPage::Result::NotTried:
        addLine(false, tr("Not tested"),
                tr("The test takes a minute and shows what would be lost. Go back to run it."));
        break;
    }
}

void DonePage::addLine(bool done, const QString &title, const QString &sentence)
{
    auto *line = new QWidget(m_list);
    line->setObjectName(done ? u"made"_s : u"open"_s);
    line->setAccessibleName(done ? tr("%1, done").arg(title) : tr("%1, open").arg(title));
    auto *across = new QHBoxLayout(line);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(8);
    auto *mark
            = new TonedLabel(done ? QString(QChar(0x2713)) : u"!"_s, done ? Tone::Green : Tone::Amber, line);
    mark->setFixedWidth(fontMetrics().horizontalAdvance(u"MM"_s));
    mark->setFont(scaledFont(font(), 1.1, QFont::Bold));
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    auto *heading = new QLabel(title, line);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    column->addWidget(heading);
    if (!sentence.isEmpty())
        column->addWidget(new TonedLabel(sentence, Tone::Grey, line));
    across->addWidget(mark, 0, Qt::AlignTop);
    across->addLayout(column, 1);
    m_lines->addWidget(line);
}

} // namespace Matchbook
