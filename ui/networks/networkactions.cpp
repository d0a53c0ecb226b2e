// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkactions.h"

#include "engine/engine.h"
#include "engine/secretneed.h"
#include "forms/catalogueedits.h"
#include "networks/effectivepreset.h"
#include "networks/importdialog.h"
#include "networks/keydialog.h"
#include "networks/learndialog.h"
#include "networks/mappingdialog.h"
#include "networks/networkdialog.h"
#include "networks/presetsdialog.h"
#include "networks/secretdialog.h"
#include "networkwizard/networktestdialog.h"
#include "networkwizard/networkwizard.h"
#include "page.h"
#include "vocabulary/clock.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Matchbook {

NetworkActions::NetworkActions(Engine &engine, Page *page, const FollowRules &rules)
    : QObject(page), m_engine(engine), m_page(page), m_rules(rules)
{ }

std::shared_ptr<const PresetCatalogue> NetworkActions::presets() const
{
    return m_engine.presets();
}

QList<ReadyPostbackUrl> NetworkActions::statusUrlsOf(const AffiliateNetwork &network) const
{
    return statusUrls(m_engine.baseUrl() % "/postback/"_L1 % network.key,
                      effectivePreset(network, *presets()));
}

QList<ReadyPostbackUrl> NetworkActions::urlsOf(const AffiliateNetwork &network) const
{
    return postbackUrls(m_engine.baseUrl() % "/postback/"_L1 % network.key,
                        effectivePreset(network, *presets()));
}

QString NetworkActions::pixelUrlOf(const AffiliateNetwork &network) const
{
    return pixelUrl(m_engine.baseUrl(), network.key, effectivePreset(network, *presets()));
}

void NetworkActions::add()
{
    const auto added = runNetworkWizard(m_engine, m_page);
    Q_EMIT changed(added ? added->id : NetworkId());
}

void NetworkActions::test(const AffiliateNetwork &network)
{
    NetworkTestDialog dialog(m_engine, network, m_rules, m_page);
    dialog.exec();
    Q_EMIT changed(network.id);
    // The postback URL stands beside the list that was behind the dialog.
    if (dialog.wanted() == TestRemedy::ChangeOfferLink)
        Q_EMIT m_page->openPage(u"campaigns"_s, {{u"offers"_s, true}});
}

void NetworkActions::edit(const AffiliateNetwork &network, const QStringList &takenNames)
{
    const auto presets = m_engine.presets();
    NetworkDialog dialog(*presets, network, takenNames, catalogueEdits(m_engine), m_page);
    if (dialog.exec() == QDialog::Accepted)
        Q_EMIT changed(dialog.network().id);
}

void NetworkActions::editMapping(const AffiliateNetwork &network)
{
    MappingDialog dialog(m_engine, network, m_page);
    dialog.exec();
    if (dialog.hasSaved())
        Q_EMIT changed(network.id);
}

void NetworkActions::rotateKey(const AffiliateNetwork &network)
{
    KeyRotation rotation;
    rotation.rotate = [this](QObject *asker, NetworkId id, qint64 keepMs, auto answer) {
        m_engine.edit<AffiliateNetwork>(
                asker, [id, keepMs](Catalogue &catalogue) { return catalogue.rotateKey(id, keepMs); },
                std::move(answer));
    };
    rotation.urls
            = [this](const AffiliateNetwork &rotated) { return urlsOf(rotated) + statusUrlsOf(rotated); };
    rotation.now = [this] { return m_engine.clock().now(); };
    KeyDialog dialog(network, rotation, Formats::from(m_engine.preferences()), m_page);
    dialog.exec();
    if (dialog.hasRotated())
        Q_EMIT changed(network.id);
}

SecretSource &NetworkActions::secrets() const
{
    return SecretSource::of(m_engine);
}

std::optional<SecretStanding> NetworkActions::standingOf(const AffiliateNetwork &network) const
{
    if (!takesSecret(effectivePreset(network, *presets())))
        return std::nullopt;
    return secrets().standing(network.id);
}

void NetworkActions::enterSecret(const AffiliateNetwork &network)
{
    SecretDialog dialog(network.id, network.name, effectivePreset(network, *presets()), secrets(), m_page);
    dialog.exec();
}

void NetworkActions::removeSecret(const AffiliateNetwork &network)
{
    QMessageBox question(
            QMessageBox::Question, tr("Remove the secret?"),
            tr("Without its secret, nothing that %1 sends is believed. To use it again you need to copy "
               "it from the network's dashboard.")
                    .arg(network.name),
            QMessageBox::Cancel, m_page);
    question.setTextFormat(Qt::PlainText);
    auto *remove = question.addButton(tr("Remove"), QMessageBox::AcceptRole);
    remove->setObjectName("confirmRemoval"_L1);
    question.setDefaultButton(QMessageBox::Cancel);
    question.exec();
    if (question.clickedButton() != remove)
        return;
    secrets().remove(network.id, this, [this](const Expected<void> &removed) {
        if (!removed)
            QMessageBox::warning(m_page, tr("The secret was not removed"), removed.error().detail);
    });
}

void NetworkActions::learn(const AffiliateNetwork &network)
{
    LearnDialog dialog(m_engine, network, m_page);
    dialog.exec();
    if (dialog.hasLearned())
        Q_EMIT changed(network.id);
}

void NetworkActions::importReport(const AffiliateNetwork &network)
{
    ImportDialog dialog(m_engine, network, presets()->findOrGeneric(network.preset), m_page);
    dialog.exec();
    if (dialog.hasImported())
        Q_EMIT changed(network.id);
    if (dialog.wantsLog())
        Q_EMIT m_page->openPage(u"postbacklog"_s, {{u"network"_s, network.id.value}});
}

void NetworkActions::managePresets()
{
    PresetsDialog dialog(m_engine, m_page);
    dialog.exec();
    Q_EMIT changed({});
}

void NetworkActions::importPreset()
{
    PresetsDialog dialog(m_engine, m_page);
    dialog.importFile();
    Q_EMIT changed({});
}

} // namespace Matchbook
