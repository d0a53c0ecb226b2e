// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hoplist.h"

#include "chaintest/hopsentences.h"
#include "networks/formdecoding.h"
#include "theme.h"
#include "widgets/elidedlabel.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

HopList::HopList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setAccessibleName(tr("The way of the link"));
    m_grid->setContentsMargins(0, 4, 0, 2);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
    hide();
}

void HopList::setHops(const QList<Hop> &hops, const IdTrace &trace)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < hops.size(); ++i)
        addHop(int(i), hops.at(i), trace.hops.value(i), trace.lostAt == i);
    setVisible(!hops.isEmpty());
}

void HopList::addHop(int row, const Hop &hop, const IdAtHop &id, bool lostHere)
{
    const bool broken = lostHere || (hop.trouble != Hop::Trouble::None && hop.status != 403);
    const auto add = [&](int column, const QString &text, Tone tone, bool monospaced) {
        auto *label = new ElidedLabel(text, this);
        label->setTone(tone);
        label->setElideMode(Qt::ElideMiddle);
        if (monospaced)
            label->setFont(monospacedFont(font()));
        label->setObjectName(u"hop%1_%2"_s.arg(row + 1).arg(column));
        m_grid->addWidget(label, row, column);
        return label;
    };
    add(0, QString::number(row + 1), broken ? Tone::Red : Tone::Grey, false);
    add(1, displayText(hop.url), broken ? Tone::Red : Tone::Grey, true);
    const QString status = hop.status > 0 ? QString::number(hop.status) : QString();
    add(2, status, Tone::Grey, false);
    QString words = idWords(id);
    if (lostHere)
        words = tr("lost here: %1").arg(words);
    else if (broken)
        words = tr("ends here");
    auto *last = add(3, words, broken ? Tone::Red : id.isFine() ? Tone::Green : Tone::Amber, false);
    last->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace Matchbook
