// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checklistcard.h"

#include "theme.h"
#include "widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVariantMap>

namespace Matchbook {

ChecklistCard::ChecklistCard(QWidget *parent) : Card(tr("First steps"), parent)
{
    setNote(tr("ticks itself; leaves with your first matched conversion"));
    const QVariantMap add = {{QStringLiteral("add"), true}};
    addStep(QStringLiteral("network"), tr("Add the network that pays you"), tr("Add network…"),
            QStringLiteral("networks"), add);
    addStep(QStringLiteral("campaign"), tr("Add a campaign with its offer"), tr("New campaign…"),
            QStringLiteral("campaigns"), add);
    addStep(QStringLiteral("click"), tr("Open the campaign's tracking link once"), tr("Show the link"),
            QStringLiteral("campaigns"));
    addStep(QStringLiteral("postback"), tr("Give the network your postback URL and send a test"),
            tr("Show the URL"), QStringLiteral("networks"));
    addStep(QStringLiteral("matched"), tr("See the postback matched to its click"), tr("Open Live"),
            QStringLiteral("live"));
    setSteps({});
}

void ChecklistCard::addStep(const QString &name, const QString &text, const QString &button,
                            const QString &page, const QVariantMap &what)
{
    Row row{name, new TonedLabel({}, Tone::Grey, this), new QLabel(text, this),
            new QPushButton(button, this)};
    row.mark->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("MM")));
    row.mark->setFont(scaledFont(font(), 1.1, QFont::Bold));
    row.text->setWordWrap(true);
    connect(row.button, &QPushButton::clicked, this, [this, page, what] { Q_EMIT openPage(page, what); });
    auto *line = new QHBoxLayout;
    line->addWidget(row.mark);
    line->addWidget(row.text, 1);
    line->addWidget(row.button);
    body()->addLayout(line);
    m_rows += row;
}

void ChecklistCard::setSteps(const FirstSteps &steps)
{
    m_steps = steps;
    const bool done[] = {steps.network, steps.campaign, steps.click, steps.postback, steps.matched};
    bool next = true;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows.at(i);
        row.mark->setText(done[i] ? QString(QChar(0x2713)) : QString::number(i + 1));
        row.mark->setTone(done[i] ? Tone::Green : Tone::Grey);
        row.mark->setAccessibleName(done[i] ? tr("done") : tr("to do"));
        row.text->setFont(scaledFont(font(), 1.0, !done[i] && next ? QFont::DemiBold : QFont::Normal));
        row.button->setVisible(!done[i]);
        next = next && done[i];
    }
}

QStringList ChecklistCard::ticked() const
{
    QStringList names;
    const bool done[] = {m_steps.network, m_steps.campaign, m_steps.click, m_steps.postback, m_steps.matched};
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (done[i])
            names += m_rows.at(i).name;
    }
    return names;
}

} // namespace Matchbook
