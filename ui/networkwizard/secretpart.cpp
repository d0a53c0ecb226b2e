// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretpart.h"

#include "engine/engine.h"
#include "engine/secretneed.h"
#include "networks/secretform.h"
#include "networks/secretwords.h"
#include "networkwizard/wizardpage.h"
#include "widgets/tonedlabel.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

SecretPart::SecretPart(Engine &engine, QWidget *parent) : QWidget(parent), m_source(SecretSource::of(engine))
{
    setObjectName("secretPart"_L1);
    m_where = new TonedLabel({}, Tone::Grey, this);
    m_where->setTextFormat(Qt::PlainText);
    m_standing = new TonedLabel({}, Tone::Grey, this);
    m_standing->setObjectName("secretStanding"_L1);
    m_standing->setTextFormat(Qt::PlainText);
    m_form = new SecretForm(m_source, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeSectionTitle(tr("Its secret"), this));
    column->addWidget(m_where);
    column->addWidget(m_form);
    column->addWidget(m_standing);
    connect(&m_source, &SecretSource::changed, this, &SecretPart::showStanding);
}

void SecretPart::setNetwork(NetworkId network, const NetworkPreset &preset)
{
    const bool isAnother = m_network != network;
    m_network = network;
    m_preset = preset;
    if (isAnother)
        m_form->clear();
    m_form->setNetwork(network, secretLabel(preset));
    m_where->setText(secretWhere(preset));
    setVisible(takesSecret(preset));
    showStanding();
}

void SecretPart::showStanding()
{
    const SecretStanding standing = m_source.standing(m_network);
    m_standing->setTone(standingTone(m_preset, standing));
    m_standing->setText(tr("%1: %2", "what a network calls its secret, and where that is")
                                .arg(secretLabel(m_preset), standingText(m_preset, standing)));
}

void SecretPart::save(const std::function<void(bool)> &done)
{
    if (isHidden() || m_form->isEmpty())
        return done(true);
    m_form->save(done);
}

} // namespace Matchbook
