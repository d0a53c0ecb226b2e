// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereaddialog.h"

#include "engine/engine.h"
#include "networks/rereadoffer.h"
#include "text/formats.h"
#include "widgets/tonedlabel.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

RereadDialog::RereadDialog(Engine &engine, const AffiliateNetwork &network, QWidget *parent) : QDialog(parent)
{
    setObjectName("rereadDialog"_L1);
    setWindowTitle(tr("Read %1 again").arg(network.name));
    setMinimumWidth(520);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(new TonedLabel(
            tr("%1 uses this preset. What it sent before stays as it was read, unless you read it again.")
                    .arg(network.name),
            Tone::Grey, this));
    auto *offer = new RereadOffer(engine.rereadings(), Formats::from(engine.preferences()), this);
    column->addWidget(offer);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    offer->ask(network.id);
}

} // namespace Matchbook
