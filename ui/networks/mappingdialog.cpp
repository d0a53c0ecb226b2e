// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mappingdialog.h"

#include "engine/engine.h"
#include "failuretext.h"
#include "networks/effectivepreset.h"
#include "networks/mappingform.h"
#include "networks/rereadoffer.h"
#include "store/lists.h"
#include "text/readablerequest.h"
#include "theme.h"
#include "widgets/celltable.h"
#include "widgets/codeview.h"
#include "widgets/tablesetup.h"
#include "widgets/tonedlabel.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

struct Readings {
    QList<TrialReading> before;
    QList<TrialReading> after;
};

/// Only the mapping changes: whatever else was set meanwhile stays.
Expected<AffiliateNetwork> storeMapping(Catalogue &catalogue, NetworkId id, const NetworkMapping &mapping)
{
    auto networks = catalogue.networks();
    if (!networks)
        return unexpected(networks.error());
    const auto found = std::find_if(networks->begin(), networks->end(),
                                    [id](const AffiliateNetwork &one) { return one.id == id; });
    if (found == networks->end())
        return unexpected(Failure::Kind::NotFound, {});
    const OwnReport report = found->mapping.report;
    found->mapping = mapping;
    found->mapping.report = report;
    if (auto stored = catalogue.updateNetwork(*found); !stored)
        return unexpected(stored.error());
    return *found;
}

} // namespace

MappingDialog::MappingDialog(Engine &engine, const AffiliateNetwork &network, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_network(network), m_formats(Formats::from(engine.preferences()))
{
    setObjectName("mappingDialog"_L1);
    setWindowTitle(tr("What %1 calls things").arg(network.name));
    resize(900, 720);
    build();
    askRequests();
}

void MappingDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(12);
    const auto presets = m_engine.presets();
    m_form = new MappingForm(presets->findOrGeneric(m_network.preset), m_network.mapping, this);
    column->addWidget(m_form);
    buildPreview();
    column->addWidget(m_note);
    column->addWidget(m_table, 1);
    column->addWidget(m_arrived, 1);
    m_offer = new RereadOffer(m_engine.rereadings(), m_formats, this);
    m_offer->hide();
    column->addWidget(m_offer);
    m_failure = new TonedLabel({}, Tone::Red, this);
    m_failure->setObjectName("failure"_L1);
    m_failure->hide();
    column->addWidget(m_failure);
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Save mapping"), QDialogButtonBox::ActionRole);
    m_save->setObjectName("save"_L1);
    setButtonKind(m_save, "primary");
    m_close = buttons->addButton(QDialogButtonBox::Cancel);
    m_close->setObjectName("close"_L1);
    m_close->setAutoDefault(false);
    column->addWidget(buttons);
    connect(m_form, &MappingForm::edited, this, &MappingDialog::preview);
    connect(m_save, &QPushButton::clicked, this, &MappingDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, [this] { done(m_saved ? Accepted : Rejected); });
}

void MappingDialog::buildPreview()
{
    m_note = new TonedLabel(tr("Looking up its last requests …"), Tone::Grey, this);
    m_note->setObjectName("previewNote"_L1);
    m_rows = new CellTable({{tr("Time")},
                            {tr("Click ID")},
                            {tr("Transaction")},
                            {tr("Event")},
                            {tr("Status")},
                            {tr("Payout"), true},
                            {tr("Problem")}},
                           this);
    m_table = new QTableView(this);
    m_table->setAccessibleName(tr("The last requests, as they would be read"));
    m_table->setModel(m_rows);
    m_table->setMinimumHeight(140);
    dressTable(m_table, u"mapping_preview"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_arrived = new CodeView(tr("What arrived"), 6, 14, this);
    m_arrived->setObjectName("arrived"_L1);
    m_arrived->hide();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MappingDialog::showArrived);
}

void MappingDialog::askRequests()
{
    RowFilter filter;
    filter.network = m_network.id;
    m_engine.reader().ask<QList<PostbackRow>>(
            this, [filter](Database &database) { return Lists(database).postbacks(filter, shownRequests); },
            [this](const Expected<QList<PostbackRow>> &rows) {
                if (!rows) {
                    m_note->setText(failureText(rows.error()));
                    return;
                }
                m_requests = *rows;
                preview();
            });
}

void MappingDialog::preview()
{
    AffiliateNetwork edited = m_network;
    edited.mapping = m_form->mapping();
    m_engine.reader().ask<Readings>(
            this,
            [rows = m_requests, presets = m_engine.presets(), stored = m_network,
             edited](Database &) -> Expected<Readings> {
                return Readings{trialReadings(rows, effectivePreset(stored, *presets), stored),
                                trialReadings(rows, effectivePreset(edited, *presets), edited)};
            },
            [this, asked = ++m_asked](const Expected<Readings> &readings) {
                if (readings && asked == m_asked)
                    showReadings(readings->before, readings->after);
            });
}

void MappingDialog::showReadings(const QList<TrialReading> &before, const QList<TrialReading> &after)
{
    const bool first = m_rows->rowCount() == 0;
    m_rows->setRows(trialRows(before, after, m_network, m_formats));
    if (first)
        fitColumns(m_table, 6);
    if (m_table->currentIndex().row() < 0)
        m_table->setCurrentIndex(m_rows->index(0, 0));
    const auto unread = [](const QList<TrialReading> &trials) {
        return int(std::count_if(trials.cbegin(), trials.cend(), [](const TrialReading &trial) {
            return trial.problem != PostbackCause::None;
        }));
    };
    if (after.isEmpty())
        m_note->setText(tr(
                "No request of this network has arrived yet. The first will show here what it is read as."));
    else
        m_note->setText(tr("The last %n requests, as they would be read: %1 with a problem, %2 as it is now.",
                           nullptr, int(after.size()))
                                .arg(unread(after))
                                .arg(unread(before))
                        + QLatin1Char(' ') + tr("What changes is blue."));
}

// The names that the form asks for stand in it.
void MappingDialog::showArrived()
{
    const PostbackRow row = m_requests.value(m_table->currentIndex().row());
    const QString text = readableRequest(row.query, row.body);
    m_arrived->setText(text);
    m_arrived->setVisible(!text.isEmpty());
}

void MappingDialog::save()
{
    m_save->setEnabled(false);
    m_failure->hide();
    const NetworkMapping mapping = m_form->mapping();
    m_engine.edit<AffiliateNetwork>(
            this,
            [id = m_network.id, mapping](Catalogue &catalogue) {
                return storeMapping(catalogue, id, mapping);
            },
            [this](const Expected<AffiliateNetwork> &stored) {
                if (!stored) {
                    m_save->setEnabled(true);
                    m_failure->setText(failureText(stored.error()));
                    m_failure->show();
                    return;
                }
                m_saved = true;
                m_network = *stored;
                offerHistory();
            });
}

void MappingDialog::offerHistory()
{
    if (m_requests.isEmpty())
        return accept();
    m_form->setEnabled(false);
    m_save->hide();
    m_close->setText(tr("Close"));
    m_offer->show();
    m_offer->ask(m_network.id);
}

} // namespace Matchbook
