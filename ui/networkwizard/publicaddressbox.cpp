// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publicaddressbox.h"

#include "engine/engine.h"
#include "failuretext.h"
#include "networkwizard/wizardpage.h"
#include "widgets/banner.h"
#include "widgets/tonedlabel.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Matchbook {

PublicAddressBox::PublicAddressBox(Engine &engine, QWidget *parent) : QWidget(parent), m_engine(engine)
{
    setObjectName("publicAddressBox"_L1);
    build();
    hide();
}

void PublicAddressBox::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_banner = new Banner(Tone::Amber, this);
    column->addWidget(m_banner);
    auto *row = new QHBoxLayout;
    m_address = new QLineEdit(this);
    m_address->setObjectName("publicAddress"_L1);
    m_address->setAccessibleName(tr("Public address"));
    m_address->setPlaceholderText(u"https://trk.example.net"_s);
    m_set = new QPushButton(tr("Set public &address"), this);
    m_set->setObjectName("setPublicAddress"_L1);
    m_set->setAutoDefault(false);
    row->addWidget(m_address, 1);
    row->addWidget(m_set);
    column->addLayout(row);
    m_problem = new TonedLabel({}, Tone::Red, this);
    m_problem->setObjectName("publicAddressNote"_L1);
    m_problem->hide();
    column->addWidget(m_problem);
    connect(m_address, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    connect(m_set, &QPushButton::clicked, this, &PublicAddressBox::set);
}

void PublicAddressBox::look(bool always)
{
    const QString address = m_engine.preferences().publicUrl;
    const QString own = m_engine.baseUrl();
    if (address.isEmpty()) {
        m_banner->setMessage(
                Tone::Amber, tr("Networks cannot reach this computer yet"),
                own.isEmpty()
                        ? tr("No public address is set. Enter that of your tunnel or reverse proxy; every URL here will begin "
                             "with it.")
                        : tr("No public address is set, so every URL begins with %1, which only this computer can open. Enter "
                             "the address of your tunnel or reverse proxy; the URLs change at once.")
                                  .arg(own));
    } else {
        m_banner->setMessage(Tone::Amber, tr("The public address of this computer"),
                             tr("It is %1. It has to be that of your tunnel or reverse proxy.").arg(address));
        if (m_address->text().isEmpty())
            m_address->setText(address);
    }
    setVisible(address.isEmpty() || always);
}

void PublicAddressBox::set()
{
    Preferences preferences = m_engine.preferences();
    const QString address = m_address->text().trimmed();
    if (address.isEmpty() || !preferences.set(u"public-url"_s, address))
        return showNote(m_problem, tr("Enter a whole address, such as https://trk.example.net"));
    if (const auto stored = m_engine.setPreferences(preferences); !stored)
        return showNote(m_problem, failureText(stored.error()));
    m_problem->hide();
    look();
    Q_EMIT addressSet();
}

} // namespace Matchbook
