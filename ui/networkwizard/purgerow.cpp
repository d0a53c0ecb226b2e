// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "purgerow.h"

#include "chaintest/testdesk.h"
#include "store/testpurge.h"
#include "theme.h"
#include "widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Matchbook {

PurgeRow::PurgeRow(const QString &databaseFile, QWidget *parent)
    : QWidget(parent), m_databaseFile(databaseFile),
      m_purge(new QPushButton(tr("&Remove what tests have left"), this)),
      m_purged(new TonedLabel({}, Tone::Grey, this))
{
    m_purge->setObjectName("purgeTests"_L1);
    m_purge->setAutoDefault(false);
    setButtonKind(m_purge, "link");
    m_purged->setObjectName("purged"_L1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_purge);
    row->addWidget(m_purged, 1);
    connect(m_purge, &QPushButton::clicked, this, &PurgeRow::purge);
}

PurgeRow::~PurgeRow() = default;

void PurgeRow::setIdle(bool idle)
{
    m_idle = idle;
    m_purge->setEnabled(idle);
}

void PurgeRow::purge()
{
    if (!m_desk)
        m_desk = std::make_unique<TestDesk>(m_databaseFile);
    m_purge->setEnabled(false);
    m_desk->ask<PurgedTests>(
            this, [network = m_network](Database &database) { return purgeTests(database, network); },
            [this](const Expected<PurgedTests> &purged) {
                m_purge->setEnabled(m_idle);
                if (!purged) {
                    Q_EMIT failed(purged.error());
                    return;
                }
                m_purged->setText(purged->total() == 0
                                          ? tr("There was nothing to remove.")
                                          : tr("Removed: clicks %1, conversions %2, postbacks %3.")
                                                    .arg(purged->clicks)
                                                    .arg(purged->conversions)
                                                    .arg(purged->postbacks));
            });
}

} // namespace Matchbook
