// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretline.h"

#include "networks/secretwords.h"
#include "theme.h"
#include "widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Matchbook {

SecretLine::SecretLine(QWidget *parent) : QWidget(parent)
{
    setObjectName("secretLine"_L1);
    m_text = new TonedLabel({}, Tone::Grey, this);
    m_text->setObjectName("secretStanding"_L1);
    m_text->setTextFormat(Qt::PlainText);
    m_enter = new QPushButton(this);
    m_enter->setObjectName("enterSecret"_L1);
    setButtonKind(m_enter, "link");
    m_remove = new QPushButton(tr("Remove"), this);
    m_remove->setObjectName("removeSecret"_L1);
    m_remove->setAccessibleName(tr("Remove the secret"));
    setButtonKind(m_remove, "link");
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_enter, 0, Qt::AlignTop);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    connect(m_enter, &QPushButton::clicked, this, &SecretLine::enterAsked);
    connect(m_remove, &QPushButton::clicked, this, &SecretLine::removeAsked);
}

void SecretLine::setStanding(const NetworkPreset &preset, const SecretStanding &standing)
{
    m_text->setTone(standingTone(preset, standing));
    m_text->setText(tr("%1: %2", "what a network calls its secret, and where that is")
                            .arg(secretLabel(preset), standingText(preset, standing)));
    m_enter->setText(standing.place ? tr("Change…") : tr("Enter secret…"));
    const bool isGiven
            = standing.place == SecretPlace::Environment || standing.place == SecretPlace::GivenFile;
    m_remove->setVisible(standing.place && !isGiven);
    m_enter->setVisible(!isGiven);
}

} // namespace Matchbook
