// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretdialog.h"

#include "networks/secretform.h"
#include "networks/secretwords.h"
#include "theme.h"
#include "widgets/tonedlabel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

SecretDialog::SecretDialog(NetworkId network, const QString &name, const NetworkPreset &preset,
                           SecretSource &source, QWidget *parent)
    : QDialog(parent)
{
    setObjectName("secretDialog"_L1);
    setWindowTitle(tr("Secret of %1").arg(name));
    setMinimumWidth(480);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    auto *where = new TonedLabel(secretWhere(preset), Tone::Grey, this);
    where->setTextFormat(Qt::PlainText);
    column->addWidget(where);
    m_form = new SecretForm(source, this);
    m_form->setNetwork(network, secretLabel(preset));
    auto *caption = new QLabel(secretLabel(preset), this);
    caption->setTextFormat(Qt::PlainText);
    column->addWidget(caption);
    column->addWidget(m_form);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(QDialogButtonBox::Save);
    m_save->setObjectName("saveSecret"_L1);
    m_save->setEnabled(false);
    setButtonKind(m_save, "primary");
    buttons->addButton(QDialogButtonBox::Cancel);
    column->addWidget(buttons);
    connect(m_form, &SecretForm::edited, this, [this] { m_save->setEnabled(!m_form->isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &SecretDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->setFocus();
}

void SecretDialog::save()
{
    m_save->setEnabled(false);
    m_form->save([this](bool isStored) {
        if (isStored)
            return accept();
        m_save->setEnabled(true);
        adjustSize();
    });
}

} // namespace Matchbook
