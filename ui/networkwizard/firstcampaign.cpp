// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "firstcampaign.h"

#include "networks/trafficsourcepreset.h"
#include "networkwizard/wizardpage.h"
#include "widgets/copyfield.h"
#include "widgets/tonedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

FirstCampaign::FirstCampaign(QWidget *parent) : QWidget(parent)
{
    build();
    fillSources();
}

void FirstCampaign::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_wanted = new QCheckBox(tr("Make the &first campaign for it, with a tracking link for your ad"), this);
    m_wanted->setObjectName("wantCampaign"_L1);
    m_wanted->setChecked(true);
    column->addWidget(m_wanted);
    m_fields = new QWidget(this);
    auto *form = makeForm();
    form->setContentsMargins(0, 0, 0, 0);
    m_fields->setLayout(form);
    m_name = new QLineEdit(m_fields);
    m_name->setObjectName("campaignName"_L1);
    m_name->setMaxLength(200);
    addFieldRow(form, tr("&Campaign"), m_name);
    m_source = new QComboBox(m_fields);
    m_source->setObjectName("trafficSource"_L1);
    addFieldRow(form, tr("&Traffic source"), m_source,
                tr("Where the visitors come from. The tracking link gets its macros."));
    column->addWidget(m_fields);
    m_linkTitle = new TonedLabel(tr("Tracking link"), Tone::Grey, this);
    m_link = new CopyField(tr("Tracking link"), this);
    m_link->setObjectName("trackingLink"_L1);
    m_link->button()->setAutoDefault(false);
    column->addWidget(m_linkTitle);
    column->addWidget(m_link);
    setTrackingLink({});
    connect(m_wanted, &QCheckBox::toggled, m_fields, &QWidget::setEnabled);
    connect(m_wanted, &QCheckBox::toggled, this, &FirstCampaign::edited);
    connect(m_name, &QLineEdit::textChanged, this, &FirstCampaign::edited);
    connect(m_source, &QComboBox::currentIndexChanged, this, &FirstCampaign::edited);
}

void FirstCampaign::fillSources()
{
    const QList<TrafficSourcePreset> sources = trafficSourcePresets();
    for (const TrafficSourcePreset &source : sources)
        m_source->addItem(namesASource(source) ? source.name : tr("Any other traffic source"), source.id);
}

bool FirstCampaign::isWanted() const
{
    return m_wanted->isChecked();
}

Campaign FirstCampaign::campaign() const
{
    Campaign campaign;
    campaign.name = m_name->text().trimmed();
    campaign.trafficSource = m_source->currentData().toString();
    return campaign;
}

void FirstCampaign::proposeName(const QString &name)
{
    if (!m_name->isModified())
        m_name->setText(name);
}

void FirstCampaign::setTrackingLink(const QString &link)
{
    m_link->setText(link);
    m_link->setVisible(!link.isEmpty());
    m_linkTitle->setVisible(!link.isEmpty());
}

QString FirstCampaign::problem() const
{
    return isWanted() && m_name->text().trimmed().isEmpty() ? tr("Give the campaign a name.") : QString();
}

} // namespace Matchbook
