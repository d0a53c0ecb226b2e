// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networktestdialog.h"

#include "engine/engine.h"
#include "networkwizard/networkdraft.h"
#include "networkwizard/testpage.h"

#include <QScreen>

using namespace Qt::StringLiterals;

namespace Matchbook {

NetworkTestDialog::NetworkTestDialog(Engine &engine, const AffiliateNetwork &network,
                                     const FollowRules &rules, QWidget *parent)
    : QWizard(parent)
{
    setObjectName("networkTestDialog"_L1);
    setWindowTitle(tr("Test network"));
    setWizardStyle(QWizard::ModernStyle);
    auto *draft = new NetworkDraft(engine, engine.presets(), this);
    draft->takeStored(network);
    auto *page = new TestPage(*draft, rules, this);
    addPage(page);
    connect(page, &TestPage::elsewhereAsked, this, [this](TestRemedy remedy) {
        m_wanted = remedy;
        reject();
    });
    setButtonLayout({QWizard::Stretch, QWizard::CancelButton});
    setButtonText(QWizard::CancelButton, tr("Close"));
    resize(QSize(720, 720).boundedTo(screen()->availableSize() - QSize(40, 60)));
}

} // namespace Matchbook
