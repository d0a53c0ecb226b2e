// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factsform.h"

#include "forms/amountedit.h"
#include "networks/networkwords.h"
#include "networks/queryproblem.h"
#include "networkwizard/wizardpage.h"
#include "text/statuswords.h"
#include "theme.h"
#include "widgets/tonedlabel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

FactsForm::FactsForm(QWidget *parent) : QWidget(parent)
{
    build();
}

void FactsForm::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_form = makeForm();
    column->addLayout(m_form);
    m_subId = new QLineEdit(this);
    m_subId->setObjectName("subIdParameter"_L1);
    m_notes.insert(m_subId, addFieldRow(m_form, tr("&Sub ID parameter"), m_subId));
    m_currency = new CurrencyCombo(this);
    m_currency->setObjectName("currency"_L1);
    m_notes.insert(m_currency, addFieldRow(m_form, tr("C&urrency"), m_currency));
    m_decimal = new QComboBox(this);
    m_decimal->setObjectName("decimalMark"_L1);
    for (const auto mark : {DecimalMark::Auto, DecimalMark::Point, DecimalMark::Comma})
        m_decimal->addItem(decimalMarkText(mark), int(mark));
    m_notes.insert(m_decimal, addFieldRow(m_form, tr("&Decimal mark"), m_decimal));
    m_status = new QComboBox(this);
    m_status->setObjectName("status"_L1);
    for (const auto status : {ConversionStatus::Approved, ConversionStatus::Pending})
        m_status->addItem(statusText(status), int(status));
    m_notes.insert(m_status, addFieldRow(m_form, tr("Status &when none is sent"), m_status));
    m_others = new TonedLabel({}, Tone::Amber, this);
    m_others->setObjectName("otherDoubts"_L1);
    column->addWidget(m_others);
    m_ownRows = m_form->rowCount();
    connect(m_subId, &QLineEdit::textEdited, this, &FactsForm::edited);
    connect(m_currency, &QComboBox::currentTextChanged, this, &FactsForm::edited);
    connect(m_decimal, &QComboBox::currentIndexChanged, this, &FactsForm::edited);
    connect(m_status, &QComboBox::currentIndexChanged, this, &FactsForm::edited);
}

void FactsForm::setNetwork(const AffiliateNetwork &network, const NetworkPreset &preset)
{
    const QSignalBlocker quiet(this);
    m_network = network;
    m_preset = preset;
    m_doubtsShown = QStringList{u"postback.steps"_s}; // said where the steps are
    m_subId->setText(network.subIdParameter.isEmpty() ? preset.subIdParameter : network.subIdParameter);
    m_currency->setCurrency(network.defaultCurrency);
    m_decimal->setCurrentIndex(m_decimal->findData(int(network.decimalMark)));
    m_status->setCurrentIndex(std::max(0, m_status->findData(int(network.defaultStatus))));
    addDoubt(m_subId, {u"offerLink.subIdParameter"_s},
             preset.subIdParameter.isEmpty()
                     ? tr("Not known. Ask the network which parameter of the offer link comes back.")
                     : QString());
    addDoubt(m_currency, {u"defaultCurrency"_s, u"fields.currency"_s},
             preset.currencyKnown
                     ? QString()
                     : tr("Not known. Choose the one that the network pays you in; it counts where none is "
                          "sent."));
    addDoubt(m_decimal, {u"decimalMark"_s});
    addDoubt(m_status, {u"defaultStatus"_s, u"fields.status"_s});
    fillQueries();
    fillOtherDoubts();
}

void FactsForm::addDoubt(QWidget *field, const QStringList &members, const QString &otherwise)
{
    QStringList doubts;
    for (const QString &member : members) {
        const QString doubt = m_preset.doubtAbout(member);
        m_doubtsShown.append(member);
        if (!doubt.isEmpty() && !doubts.contains(doubt))
            doubts.append(doubt);
    }
    TonedLabel *note = m_notes.value(field);
    const QString text = doubts.isEmpty() ? otherwise : tr("Not verified: %1").arg(doubts.join(u' '));
    showNote(note, {}, text);
    note->setTone(Tone::Amber);
    field->setAccessibleDescription(text);
}

// One line for each URL, behind the rows that every network has.
void FactsForm::fillQueries()
{
    for (QLineEdit *query : std::as_const(m_queries))
        m_notes.remove(query);
    while (m_form->rowCount() > m_ownRows)
        m_form->removeRow(m_ownRows);
    m_queries.clear();
    const QList<PostbackTemplate> &templates = m_preset.postback.templates;
    for (qsizetype i = 0; i < templates.size(); ++i) {
        auto *query = new QLineEdit(this);
        query->setObjectName(u"query%1"_s.arg(i + 1));
        query->setFont(monospacedFont(font()));
        query->setText(templates.at(i).parameters);
        query->setCursorPosition(0);
        m_notes.insert(query,
                       addFieldRow(m_form,
                                   templates.size() == 1 ? tr("&Parameters of the URL")
                                                         : tr("&Parameters of URL %1").arg(i + 1),
                                   query));
        m_queries.append(query);
        // One doubt about all of them is said once.
        addDoubt(query, i == 0 ? QStringList{u"postback.templates"_s} : QStringList());
        connect(query, &QLineEdit::textEdited, this, &FactsForm::edited);
    }
}

void FactsForm::fillOtherDoubts()
{
    QStringList lines;
    for (const UnverifiedMember &one : std::as_const(m_preset.unverified)) {
        if (!m_doubtsShown.contains(one.member))
            lines.append(u"• "_s % one.why);
    }
    m_others->setText(lines.isEmpty() ? QString() : tr("Not verified either:") % u'\n' % lines.join(u'\n'));
    m_others->setVisible(!lines.isEmpty());
}

AffiliateNetwork FactsForm::network() const
{
    AffiliateNetwork network = m_network;
    const QString subId = m_subId->text().trimmed();
    network.subIdParameter = subId == m_preset.subIdParameter ? QString() : subId;
    network.defaultCurrency = m_currency->currency();
    network.decimalMark = DecimalMark(m_decimal->currentData().toInt());
    network.defaultStatus = ConversionStatus(m_status->currentData().toInt());
    return network;
}

QStringList FactsForm::queries() const
{
    QStringList queries;
    for (const QLineEdit *query : m_queries)
        queries.append(query->text().trimmed());
    return queries;
}

QString FactsForm::problem() const
{
    const QString parameter = m_subId->text().trimmed();
    for (const QChar c : parameter) {
        if (c.unicode() <= 0x20 || u"?&=#{}"_s.contains(c))
            return tr("Sub ID parameter: only its name, such as sub1.");
    }
    if (!m_currency->currency().isValid())
        return tr("Currency: choose one, such as EUR.");
    for (const QString &query : queries()) {
        if (query.isEmpty() || query.contains(u' '))
            return tr("Parameters of the URL: write them as name=macro, joined by &, without spaces.");
        const QString problem
                = queryProblem(query,
                               m_network.mapping.fields.value(FieldMeaning::ClickId, m_preset.clickIdFields));
        if (!problem.isEmpty())
            return tr("Parameters of the URL: %1").arg(problem);
    }
    return {};
}

} // namespace Matchbook
