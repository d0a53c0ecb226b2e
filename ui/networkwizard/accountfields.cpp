// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accountfields.h"

#include "networkwizard/wizardpage.h"
#include "theme.h"
#include "widgets/tonedlabel.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

AccountFields::AccountFields(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void AccountFields::setPreset(const NetworkPreset &preset)
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_fields.clear();
    auto *box = new QWidget(this);
    m_form = makeForm();
    m_form->setContentsMargins(0, 0, 0, 0);
    box->setLayout(m_form);
    layout()->addWidget(box);
    m_asksForMacros = preset.postback.templates.isEmpty() && preset.kind == PresetKind::Postback;
    if (m_asksForMacros)
        askForMacros(preset);
    for (const NamedConstant &constant : preset.postback.constants)
        addField(constant.name, constant.name, constant.question);
    setVisible(!m_fields.isEmpty());
}

void AccountFields::askForMacros(const NetworkPreset &preset)
{
    auto *why = new TonedLabel(
            tr("The macros of this network are not known. Its page for postbacks lists them: copy each one into its field as "
               "it stands there, with its brackets. The URL is put together from them."),
            Tone::Grey, this);
    m_form->addRow(why);
    const auto ask = [this](const QStringList &names, const QString &label, const QString &help) {
        if (!names.isEmpty())
            addField(names.constFirst(), label, help);
    };
    ask(preset.clickIdFields, tr("Click ID"),
        tr("The macro that gives back the sub ID, such as {sub1} or #s2#."));
    ask(preset.payoutFields, tr("Payout"), {});
    ask(preset.transactionFields, tr("Transaction ID"),
        tr("Leave empty what the network does not have: then it is not asked for."));
    ask(preset.statusFields, tr("Status"), {});
    ask(preset.currencyFields, tr("Currency"), {});
}

void AccountFields::addField(const QString &name, const QString &label, const QString &help)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(u"account_"_s % name);
    field->setMaxLength(200);
    if (m_asksForMacros)
        field->setFont(monospacedFont(font()));
    addFieldRow(m_form, label, field, help);
    m_fields.append({name, field});
    connect(field, &QLineEdit::textEdited, this, &AccountFields::edited);
}

QHash<QString, QString> AccountFields::constants() const
{
    QHash<QString, QString> constants;
    for (const auto &[name, field] : m_fields) {
        if (!m_asksForMacros)
            constants.insert(name, field->text().trimmed());
    }
    return constants;
}

QString AccountFields::query() const
{
    QStringList items;
    for (const auto &[name, field] : m_fields) {
        QString macro = field->text().simplified();
        macro.remove(u' ');
        if (macro.isEmpty() && items.isEmpty())
            return {};
        if (!macro.isEmpty())
            items.append(name % u'=' % macro);
    }
    return items.join(u'&');
}

} // namespace Matchbook
