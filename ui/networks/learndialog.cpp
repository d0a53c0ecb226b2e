// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "learndialog.h"

#include "engine/engine.h"
#include "failuretext.h"
#include "forms/amountedit.h"
#include "networks/networkwords.h"
#include "networks/pointingtable.h"
#include "networks/presetfiles.h"
#include "networks/presetid.h"
#include "store/lists.h"
#include "store/trialreading.h"
#include "text/statuswords.h"
#include "theme.h"
#include "widgets/tonedlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr int shownRequests = 20;

using Meaning = ExampleField::Meaning;

QComboBox *statusChoice(const char *name, std::initializer_list<ConversionStatus> statuses, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(QLatin1StringView(name));
    for (const ConversionStatus status : statuses)
        combo->addItem(statusText(status), int(status));
    return combo;
}

} // namespace

LearnDialog::LearnDialog(Engine &engine, const AffiliateNetwork &network, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_network(network), m_formats(Formats::from(engine.preferences()))
{
    setObjectName("learnDialog"_L1);
    setWindowTitle(tr("Learn from a request to %1").arg(network.name));
    resize(680, 620);
    build();
    connect(&m_engine.reader(), &Reader::storeChanged, this, [this] {
        if (m_requests.isEmpty())
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
    m_fields = new PointingTable(this);
    m_fields->setObjectName("pointing"_L1);
    column->addWidget(m_fields, 1);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildRules(form);
    column->addLayout(form);
    m_problem = new TonedLabel({}, Tone::Red, this);
    m_problem->setObjectName("problem"_L1);
    column->addWidget(m_problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("Learn it"), QDialogButtonBox::ActionRole);
    m_save->setObjectName("learn"_L1);
    setButtonKind(m_save, "primary");
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &LearnDialog::save);
    connect(m_fields, &PointingTable::pointed, this, &LearnDialog::recheck);
    connect(m_request, &QComboBox::currentIndexChanged, this, &LearnDialog::chooseRequest);
    connect(m_name, &QLineEdit::textChanged, this, &LearnDialog::recheck);
    connect(m_currency, &QComboBox::currentTextChanged, this, &LearnDialog::recheck);
    recheck();
}

void LearnDialog::buildRules(QFormLayout *form)
{
    m_status
            = statusChoice("statusMeans",
                           {ConversionStatus::Approved, ConversionStatus::Pending, ConversionStatus::Rejected,
                            ConversionStatus::Refunded, ConversionStatus::ChargedBack},
                           this);
    m_statusLabel = new QLabel(this);
    m_statusLabel->setTextFormat(Qt::PlainText);
    m_statusLabel->setBuddy(m_status);
    form->addRow(m_statusLabel, m_status);
    m_defaultStatus
            = statusChoice("defaultStatus", {ConversionStatus::Approved, ConversionStatus::Pending}, this);
    form->addRow(tr("&Status when none is sent"), m_defaultStatus);
    m_currency = new CurrencyCombo(this);
    m_currency->setObjectName("currency"_L1);
    m_currency->setCurrency(m_network.defaultCurrency);
    form->addRow(tr("&Currency when none is sent"), m_currency);
    m_decimal = new QComboBox(this);
    m_decimal->setObjectName("decimalMark"_L1);
    for (const DecimalMark mark : {DecimalMark::Auto, DecimalMark::Point, DecimalMark::Comma})
        m_decimal->addItem(decimalMarkText(mark), int(mark));
    form->addRow(tr("&Decimal mark"), m_decimal);
    m_name = new QLineEdit(m_network.name, this);
    m_name->setObjectName("presetName"_L1);
    form->addRow(tr("&Name of the preset"), m_name);
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
    m_fields->setFields(index < 0 || index >= m_requests.size()
                                ? QList<ExampleField>()
                                : exampleFields(receivedRequest(m_requests.at(index)),
                                                m_engine.presets()->findOrGeneric(u"generic"_s)));
}

void LearnDialog::recheck()
{
    const QString word = m_fields->valueOf(Meaning::Status);
    m_statusLabel->setText(tr("“%1” means").arg(word.left(30)));
    m_statusLabel->setVisible(!word.isEmpty());
    m_status->setVisible(!word.isEmpty());
    QString problem;
    if (!m_requests.isEmpty()) {
        const auto made = preset();
        if (m_fields->nameOf(Meaning::ClickId).isEmpty()
            && m_fields->nameOf(Meaning::TransactionId).isEmpty())
            problem = tr("Point at the click ID, or at least at the transaction ID.");
        else if (m_name->text().trimmed().isEmpty())
            problem = tr("Give the preset a name.");
        else if (!made)
            problem = failureText(made.error());
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
    const QString word = m_fields->valueOf(Meaning::Status).trimmed().toLower();
    if (!word.isEmpty())
        fields.statusWords.insert(word, ConversionStatus(m_status->currentData().toInt()));
    fields.defaultStatus = ConversionStatus(m_defaultStatus->currentData().toInt());
    if (m_currency->currency().isValid())
        fields.defaultCurrency = m_currency->currency();
    fields.decimalMark = DecimalMark(m_decimal->currentData().toInt());
    return fields;
}

Expected<QJsonObject> LearnDialog::preset() const
{
    const QString name = m_name->text().trimmed();
    const PostbackRow &row = m_requests.at(std::max(0, m_request->currentIndex()));
    return learnedPreset(receivedRequest(row), freePresetId(name, *m_engine.presets()), name, pointed());
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
                found->mapping = {};
                found->defaultStatus = learned.defaultStatus;
                found->decimalMark = learned.decimalMark;
                found->defaultCurrency = learned.defaultCurrency.value_or(found->defaultCurrency);
                auto stored = catalogue.updateNetwork(*found);
                return stored ? Expected<AffiliateNetwork>(*found) : unexpected(stored.error());
            },
            [this](const Expected<AffiliateNetwork> &stored) {
                if (stored)
                    accept();
                else
                    fail(stored.error());
            });
}

void LearnDialog::fail(const Failure &failure)
{
    m_problem->setText(failureText(failure));
    m_problem->show();
    m_save->setEnabled(!m_requests.isEmpty());
}

} // namespace Matchbook
