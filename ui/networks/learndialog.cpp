// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "learndialog.h"

#include "engine/engine.h"
#include "failuretext.h"
#include "networks/effectivepreset.h"
#include "networks/learnrules.h"
#include "networks/pointingtable.h"
#include "networks/presetfiles.h"
#include "networks/presetid.h"
#include "networks/rereadoffer.h"
#include "store/lists.h"
#include "store/trialreading.h"
#include "text/readablerequest.h"
#include "theme.h"
#include "widgets/codeview.h"
#include "widgets/tonedlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr int shownRequests = 20;

using Meaning = ExampleField::Meaning;

} // namespace

LearnDialog::LearnDialog(Engine &engine, const AffiliateNetwork &network, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_network(network), m_formats(Formats::from(engine.preferences()))
{
    setObjectName("learnDialog"_L1);
    setWindowTitle(tr("Learn from a request to %1").arg(network.name));
    resize(760, 720);
    build();
    connect(&m_engine.reader(), &Reader::storeChanged, this, [this] {
        if (m_requests.isEmpty() && !m_learned)
            askRequests();
    });
    askRequests();
}

void LearnDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(12);
    m_note = new TonedLabel({}, Tone::Grey, this);
    m_note->setObjectName("learnNote"_L1);
    column->addWidget(m_note);
    m_request = new QComboBox(this);
    m_request->setObjectName("request"_L1);
    m_request->setAccessibleName(tr("The request to learn from"));
    column->addWidget(m_request);
    m_arrived = new CodeView(tr("What arrived"), 6, 12, this);
    m_arrived->setObjectName("arrived"_L1);
    m_arrived->hide();
    column->addWidget(m_arrived);
    m_fields = new PointingTable(this);
    m_fields->setObjectName("pointing"_L1);
    column->addWidget(m_fields, 1);
    m_rules = new LearnRules(m_network, effectivePreset(m_network, *m_engine.presets()), this);
    column->addWidget(m_rules);
    m_problem = new TonedLabel({}, Tone::Red, this);
    m_problem->setObjectName("problem"_L1);
    column->addWidget(m_problem);
    m_offer = new RereadOffer(m_engine.rereadings(), m_formats, this);
    m_offer->hide();
    column->addWidget(m_offer);
    buildButtons(column);
    connect(m_fields, &PointingTable::pointed, this, &LearnDialog::recheck);
    connect(m_request, &QComboBox::currentIndexChanged, this, &LearnDialog::chooseRequest);
    connect(m_rules, &LearnRules::edited, this, &LearnDialog::recheck);
    recheck();
}

void LearnDialog::buildButtons(QBoxLayout *column)
{
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Learn it"), QDialogButtonBox::ActionRole);
    m_save->setObjectName("learn"_L1);
    setButtonKind(m_save, "primary");
    m_close = buttons->addButton(QDialogButtonBox::Cancel);
    m_close->setObjectName("close"_L1);
    m_close->setAutoDefault(false);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, [this] { done(m_learned ? Accepted : Rejected); });
    connect(m_save, &QPushButton::clicked, this, &LearnDialog::save);
}

void LearnDialog::askRequests()
{
    RowFilter filter;
    filter.network = m_network.id;
    m_engine.reader().ask<QList<PostbackRow>>(
            this, [filter](Database &database) { return Lists(database).postbacks(filter, shownRequests); },
            [this](const Expected<QList<PostbackRow>> &rows) {
                if (rows)
                    take(*rows);
                else
                    fail(rows.error());
            });
}

void LearnDialog::take(const QList<PostbackRow> &rows)
{
    m_note->setText(
            rows.isEmpty()
                    ? tr("Nothing has arrived from %1 yet. Send a test postback from its dashboard to its postback URL: it "
                         "shows here by itself.")
                              .arg(m_network.name)
                    : tr("Point at what each parameter is. A preset of your own is made of it, which %1 uses from then on.")
                              .arg(m_network.name));
    m_requests = rows;
    m_request->setVisible(!rows.isEmpty());
    m_request->clear();
    for (const PostbackRow &row : rows) {
        const QString parameters = QString::fromUtf8(row.query.isEmpty() ? row.body : row.query).left(70);
        m_request->addItem(
                tr("%1, %2", "time and parameters").arg(m_formats.dateAndTime(row.time), parameters));
    }
    m_request->setCurrentIndex(rows.isEmpty() ? -1 : 0);
}

void LearnDialog::chooseRequest()
{
    const int index = m_request->currentIndex();
    const PostbackRow shown = m_requests.value(index);
    m_arrived->setText(readableRequest(shown.query, shown.body));
    // The table says the same of plain parameters.
    m_arrived->setVisible(looksLikeJson(shown.body));
    m_fields->setFields(index < 0 || index >= m_requests.size()
                                ? QList<ExampleField>()
                                : exampleFields(receivedRequest(m_requests.at(index)),
                                                m_engine.presets()->findOrGeneric(u"generic"_s)));
}

void LearnDialog::recheck()
{
    m_rules->setStatusWord(m_fields->valueOf(Meaning::Status));
    QString problem;
    if (!m_requests.isEmpty()) {
        if (m_fields->nameOf(Meaning::ClickId).isEmpty()
            && m_fields->nameOf(Meaning::TransactionId).isEmpty())
            problem = tr("Point at the click ID, or at least at the transaction ID.");
        else
            problem = m_rules->problem();
        if (problem.isEmpty()) {
            if (const auto made = preset(); !made)
                problem = failureText(made.error());
        }
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_save->setEnabled(!m_requests.isEmpty() && problem.isEmpty());
}

PointedFields LearnDialog::pointed() const
{
    PointedFields fields;
    fields.clickId = m_fields->nameOf(Meaning::ClickId);
    fields.payout = m_fields->nameOf(Meaning::Payout);
    fields.currency = m_fields->nameOf(Meaning::Currency);
    fields.transactionId = m_fields->nameOf(Meaning::TransactionId);
    fields.status = m_fields->nameOf(Meaning::Status);
    fields.event = m_fields->nameOf(Meaning::Event);
    fields.offer = m_fields->nameOf(Meaning::Offer);
    m_rules->fill(fields);
    return fields;
}

Expected<QJsonObject> LearnDialog::preset() const
{
    const QString name = m_rules->name();
    const PostbackRow &row = m_requests.at(std::max(0, m_request->currentIndex()));
    const auto presets = m_engine.presets();
    return learnedPreset(receivedRequest(row), freePresetId(name, *presets), name, pointed(), m_network,
                         *presets);
}

void LearnDialog::save()
{
    const auto json = preset();
    if (!json)
        return fail(json.error());
    const auto saved = savePreset(*json, *m_engine.presets(), m_engine.dataFolder() % "/networks"_L1);
    if (!saved)
        return fail(saved.error());
    m_engine.reloadPresets();
    useFor(json->value(u"id"_s).toString());
}

void LearnDialog::useFor(const QString &presetId)
{
    m_save->setEnabled(false);
    const PointedFields learned = pointed();
    m_engine.edit<AffiliateNetwork>(
            this,
            [id = m_network.id, presetId, learned](Catalogue &catalogue) -> Expected<AffiliateNetwork> {
                auto networks = catalogue.networks();
                if (!networks)
                    return unexpected(networks.error());
                const auto found = std::find_if(networks->begin(), networks->end(),
                                                [id](const AffiliateNetwork &one) { return one.id == id; });
                if (found == networks->end())
                    return unexpected(Failure::Kind::NotFound, {});
                found->preset = presetId;
                // The preset has taken the mapping over; what was put into the URLs still stands in them.
                NetworkMapping kept;
                kept.url = found->mapping.url;
                kept.report = found->mapping.report;
                found->mapping = kept;
                found->defaultStatus = learned.defaultStatus;
                found->decimalMark = learned.decimalMark;
                found->defaultCurrency = learned.defaultCurrency.value_or(found->defaultCurrency);
                auto stored = catalogue.updateNetwork(*found);
                return stored ? Expected<AffiliateNetwork>(*found) : unexpected(stored.error());
            },
            [this](const Expected<AffiliateNetwork> &stored) {
                if (!stored)
                    return fail(stored.error());
                m_learned = true;
                m_network = *stored;
                offerHistory();
            });
}

void LearnDialog::offerHistory()
{
    m_note->setText(tr("%1 is read by its own preset from now on.").arg(m_network.name));
    for (QWidget *part : std::initializer_list<QWidget *>{m_request, m_arrived, m_fields, m_rules, m_problem})
        part->setEnabled(false);
    m_problem->hide();
    m_save->hide();
    m_close->setText(tr("Close"));
    m_offer->show();
    m_offer->ask(m_network.id);
}

void LearnDialog::fail(const Failure &failure)
{
    m_problem->setText(failureText(failure));
    m_problem->show();
    m_save->setEnabled(!m_requests.isEmpty());
}

} // namespace Matchbook
